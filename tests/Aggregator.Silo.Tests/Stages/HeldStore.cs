using System.Reflection;
using Aggregator.Store;
using Aggregator.Topics;

namespace Aggregator.Stages;

/// <summary>A real store whose stretches of feeds, once read, can be held back: what is written meanwhile is not in them.</summary>
public class HeldStore : DispatchProxy
{
    private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IStore _store = null!;

    /// <summary>Ends when a stretch was read and is held.</summary>
    public Task Held => _read.Task;

    /// <summary>Wraps a store.</summary>
    public static (IStore Store, HeldStore Held) Wrap(IStore store)
    {
        var proxy = Create<IStore, HeldStore>();
        var held = (HeldStore)(object)proxy;
        held._store = store;
        return (proxy, held);
    }

    /// <summary>Hands over what is held and holds nothing any more.</summary>
    public void Release() => _release.SetResult();

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var result = targetMethod!.Invoke(_store, args);
        return targetMethod.Name is nameof(IStore.ReadEntriesBeforeAsync) or nameof(IStore.ReadEntriesAfterAsync) ? HoldAsync((Task<IReadOnlyList<FeedEntry>>)result!) : result;
    }

    private async Task<IReadOnlyList<FeedEntry>> HoldAsync(Task<IReadOnlyList<FeedEntry>> reading)
    {
        var entries = await reading;
        _read.TrySetResult();
        await _release.Task;
        return entries;
    }
}
