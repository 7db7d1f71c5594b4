using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>Which articles the extractor's present version has not read, and how far their re-reading has come.</summary>
public interface IRereadingStore
{
    /// <summary>How far it has come; null when none ever began.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<StoredRereading?> ReadRereadingAsync(CancellationToken cancellation);

    /// <summary>
    /// Moves it on and hands articles to the inbox again, as they stand, in one transaction; false, and nothing written, when its number is not
    /// one above the one that stands.
    /// </summary>
    /// <param name="rereading">How far it has come with them; number 1 begins.</param>
    /// <param name="again">Articles to be read again; unknown ones are passed over.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> PutRereadingAsync(StoredRereading rereading, IReadOnlyCollection<ArticleId> again, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Articles that were last read by another version and are not withdrawn, by id, ascending.</summary>
    /// <param name="version">The extractor's present version.</param>
    /// <param name="after">Only ids above it; null for the first.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<ArticleId>> ReadStaleArticlesAsync(string version, ArticleId? after, int countMax, CancellationToken cancellation);

    /// <summary>How many articles were last read by another version and are not withdrawn.</summary>
    /// <param name="version">The extractor's present version.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<long> CountStaleArticlesAsync(string version, CancellationToken cancellation);
}
