namespace Aggregator.Store;

/// <summary>
/// All that outlives the process. What the grains hold in memory is a copy that can be rebuilt from here. Every append carries
/// the version or position that its author saw; where another has written since, nothing is written and the author learns it.
/// A method that returns has its writes on disk; one that throws <see cref="StoreUnavailableException"/> may or may not
/// have written, and its author must read anew. One conformance suite tests every implementation.
/// </summary>
public interface IStore : IIntakeStore, IReportStore, IBlockStore, ITopicStore, ISourceStore, ISubscriptionStore, IRereadingStore, IAccessStore, IAsyncDisposable
{
    /// <summary>Opens the store: creates or migrates its schema under a lock. Called once, before anything else.</summary>
    /// <param name="cancellation">Cancels between migrations.</param>
    /// <exception cref="StoreUnavailableException">It can't be opened: the message says what to do.</exception>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Reads one row, to see that the store answers.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <exception cref="StoreUnavailableException">It does not answer.</exception>
    Task PingAsync(CancellationToken cancellation);
}
