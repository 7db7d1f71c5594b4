using System.Threading.Channels;
using Aggregator.Intake;

namespace Aggregator.Store.Postgres;

/// <summary>The few writers of submissions: each takes what waits, up to a bound, and commits it as one group; while it does, the next gathers.</summary>
internal sealed class SubmitWriters : IAsyncDisposable
{
    private readonly Channel<SubmitWrite> _queue;
    private readonly PostgresStore _store;
    private readonly int _groupCountMax;
    private readonly Task _ended;

    internal SubmitWriters(PostgresStore store, PostgresStoreOptions options)
    {
        (_store, _groupCountMax) = (store, options.SubmitGroupCountMax);
        _queue = Channel.CreateBounded<SubmitWrite>(options.QueueCountMax);
        _ended = Task.WhenAll(Enumerable.Range(0, options.WriterCount).Select(_ => Task.Run(WorkAsync)));
    }

    /// <summary>Keeps a batch, and returns when it is on disk.</summary>
    /// <exception cref="ObjectDisposedException">The store was closed.</exception>
    internal async Task<IReadOnlyList<SubmitOutcome>> SubmitAsync(SubmitWrite write, CancellationToken cancellation)
    {
        try
        {
            await _queue.Writer.WriteAsync(write, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IStore), "The store was closed.");
        }
        return await write.Answer.ConfigureAwait(false);
    }

    /// <summary>Takes no further submissions and commits those that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.ConfigureAwait(false);
    }

    private async Task WorkAsync()
    {
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var group = new List<SubmitWrite>();
            for (var count = 0; count < _groupCountMax && _queue.Reader.TryRead(out var write); count += write.Batch.Count) group.Add(write);
            if (group.Count > 0) await WriteAsync(group).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(List<SubmitWrite> group)
    {
        try
        {
            var outcomes = await _store.WriteAsync(session => new SubmitGroup(group, _store.PartitionCount).RunAsync(session), CancellationToken.None).ConfigureAwait(false);
            foreach (var (write, own) in group.Zip(outcomes)) write.Complete(own);
        }
        catch (Exception fault) when (fault is StoreUnavailableException || group.Count == 1)
        {
            foreach (var write in group) write.Fail(fault);
        }
        catch (Exception)
        {
            // One of them can't be written: each alone, so that it spoils no other.
            foreach (var write in group) await WriteAsync([write]).ConfigureAwait(false);
        }
    }
}
