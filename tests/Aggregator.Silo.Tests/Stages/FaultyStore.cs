using System.Reflection;
using Aggregator.Store;

namespace Aggregator.Stages;

/// <summary>
/// A real store whose writes can be made to fail: before they land, so that nothing was written, or after, so that it was and its author does
/// not learn it. Reads are passed on.
/// </summary>
public class FaultyStore : DispatchProxy
{
    private static readonly string[] Writes =
    [
        nameof(IStore.SubmitAsync), nameof(IStore.MoveCursorAsync), nameof(IStore.RecordReportsAsync), nameof(IStore.AppendBlockAsync), nameof(IStore.PutTopicAsync),
        nameof(IStore.AppendEntriesAsync), nameof(IStore.PutRereadingAsync),
    ];

    private readonly Lock _lock = new();
    private IStore _store = null!;
    private readonly Dictionary<string, int> _writeCounts = [];
    private Func<int, Failing> _plan = _ => Failing.Not;

    /// <summary>When a write is to fail.</summary>
    public enum Failing
    {
        /// <summary>It goes well.</summary>
        Not,
        /// <summary>Nothing is written.</summary>
        Before,
        /// <summary>It is written, and its author hears of a failure.</summary>
        After,
    }

    /// <summary>Wraps a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="plan">What happens to the n-th write of each kind, from 1.</param>
    public static IStore Wrap(IStore store, Func<int, Failing> plan)
    {
        var proxy = Create<IStore, FaultyStore>();
        var faulty = (FaultyStore)(object)proxy;
        (faulty._store, faulty._plan) = (store, plan);
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!Writes.Contains(targetMethod!.Name)) return targetMethod.Invoke(_store, args);
        int number;
        lock (_lock) number = _writeCounts[targetMethod.Name] = _writeCounts.GetValueOrDefault(targetMethod.Name) + 1;
        var failing = _plan(number);
        var fault = new StoreUnavailableException($"{targetMethod.Name} number {number} was made to fail: {failing}.");
        var result = targetMethod.ReturnType.GetGenericArguments()[0];
        return typeof(FaultyStore).GetMethod(nameof(RunAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(result)
            .Invoke(null, [() => targetMethod.Invoke(_store, args)!, failing, fault]);
    }

    private static async Task<T> RunAsync<T>(Func<object> write, Failing failing, StoreUnavailableException fault)
    {
        if (failing == Failing.Before) throw fault;
        var result = await (Task<T>)write();
        return failing == Failing.After ? throw fault : result;
    }
}
