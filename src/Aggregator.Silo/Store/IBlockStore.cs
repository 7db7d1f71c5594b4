using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Store;

/// <summary>Events, and which reports they were resolved from, by block.</summary>
public interface IBlockStore
{
    /// <summary>
    /// What a resolver needs to go on: the block's version, and its events that saw a report since a moment, with every
    /// delivery that stands in them.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="since">Events whose last article was published before it are left out.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<StoredBlock> ReadBlockAsync(BlockKey block, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Events of a block that hold any of these reports, with their deliveries; also old ones.</summary>
    /// <param name="block">The block.</param>
    /// <param name="reports">Reports.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<StoredEvent>> ReadEventsOfReportsAsync(
        BlockKey block, IReadOnlyCollection<ReportId> reports, CancellationToken cancellation);

    /// <summary>Appends what one batch did to a block, in one transaction; false, and nothing written, when the version moved on.</summary>
    /// <param name="append">The changes.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    /// <exception cref="ArgumentException">An event is of another block.</exception>
    /// <exception cref="InvalidOperationException">A revision does not follow the one that stands, or a delivery's event is not stored.</exception>
    Task<bool> AppendBlockAsync(BlockAppend append, CancellationToken cancellation);

    /// <summary>An event as it stands, or as it stood at a moment; null when there was none.</summary>
    /// <param name="id">The event.</param>
    /// <param name="asOf">The moment by recorded time, or null for now.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<NewsEvent?> ReadEventAsync(EventId id, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>Those of some events that have a later revision than the author knows, as they stand.</summary>
    /// <param name="known">Events with the revision known of each.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<NewsEvent>> ReadNewerEventsAsync(IReadOnlyDictionary<EventId, int> known, CancellationToken cancellation);

    /// <summary>Stored events in an order that does not change, each as it stands; for backfills.</summary>
    /// <param name="after">The cursor of the page before; 0 for the first.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <returns>The events, and the cursor to go on from; empty at the end.</returns>
    Task<(IReadOnlyList<NewsEvent> Events, long Cursor)> ReadEventsAsync(long after, int countMax, CancellationToken cancellation);

    /// <summary>The deliveries that stand in an event, by publication; without the retracted.</summary>
    /// <param name="id">The event.</param>
    /// <param name="skip">0 or more.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<ReportDelivery>> ReadDeliveriesAsync(EventId id, int skip, int countMax, CancellationToken cancellation);

    /// <summary>
    /// The events that reports were resolved into; a report that waits is left out. One that fell into another block in a later
    /// revision is in two events, and the one where it stands counts.
    /// </summary>
    /// <param name="reports">Reports.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyDictionary<ReportId, EventId>> ReadEventIdsAsync(IReadOnlyCollection<ReportId> reports, CancellationToken cancellation);
}
