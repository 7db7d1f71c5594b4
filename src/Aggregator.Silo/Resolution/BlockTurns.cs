using System.Collections.Concurrent;

namespace Aggregator.Resolution;

/// <summary>
/// Lets only so many batches of this silo call one block at once; the others wait for their turn, where no call's time runs. A block resolves one batch at a time,
/// and most of a silo's partitions have reports for the same few.
/// </summary>
/// <param name="countMax">How many, 1 or more.</param>
internal sealed class BlockTurns(int countMax) : IDisposable
{
    // As many as there are families of kinds: few, and for good.
    private readonly ConcurrentDictionary<BlockKey, SemaphoreSlim> _turns = new();

    /// <summary>Waits for the block's turn and takes it.</summary>
    /// <param name="block">The block.</param>
    /// <param name="work">The call.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    internal async Task<T> TakeAsync<T>(BlockKey block, Func<Task<T>> work, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(block, _ => new SemaphoreSlim(countMax));
        await turn.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var turn in _turns.Values) turn.Dispose();
    }
}
