using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>Sources and what polling remembers of them.</summary>
public interface ISourceStore
{
    /// <summary>Sources by id, ascending.</summary>
    /// <param name="after">Only ids above it; null for the first.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<StoredSource>> ReadSourcesAsync(SourceId? after, int countMax, CancellationToken cancellation);

    /// <summary>One source, or null.</summary>
    /// <param name="id">The source.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<StoredSource?> ReadSourceAsync(SourceId id, CancellationToken cancellation);

    /// <summary>Writes a source; false, and nothing written, when its version is not one above the one that stands.</summary>
    /// <param name="source">The source; version 1 creates it.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> PutSourceAsync(StoredSource source, CancellationToken cancellation);

    /// <summary>Deletes a source; false when there is none.</summary>
    /// <param name="id">The source.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> DeleteSourceAsync(SourceId id, CancellationToken cancellation);
}
