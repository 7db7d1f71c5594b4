using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>The inbox: articles with their revisions, and the order in which the partitions take them.</summary>
public interface IIntakeStore
{
    /// <summary>Partitions that articles hash to, fixed when the store was created.</summary>
    int PartitionCount { get; }

    /// <summary>
    /// Keeps a batch in one transaction: a new or changed article becomes a revision and an inbox row of its partition; an
    /// equal one is a duplicate. Equal means equal title, text, outlet, address and publication time.
    /// </summary>
    /// <param name="batch">Submissions and withdrawals, taken in their order.</param>
    /// <param name="receivedAt">Now, UTC.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    /// <returns>One outcome a submission, in their order.</returns>
    Task<IReadOnlyList<SubmitOutcome>> SubmitAsync(
        IReadOnlyList<Submission> batch, DateTimeOffset receivedAt, CancellationToken cancellation);

    /// <summary>The partition's cursor: the last inbox row that is through all stages; 0 at first.</summary>
    /// <param name="partition">From 0.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<long> ReadCursorAsync(int partition, CancellationToken cancellation);

    /// <summary>Inbox rows of a partition after a cursor, ascending, each with the article's revision that now stands.</summary>
    /// <param name="partition">From 0.</param>
    /// <param name="after">The cursor.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<InboxRow>> ReadInboxAsync(int partition, long after, int countMax, CancellationToken cancellation);

    /// <summary>
    /// Moves a cursor on; false, and nothing moved, when it is not where the author thought, or the target is beyond the last row.
    /// </summary>
    /// <param name="partition">From 0.</param>
    /// <param name="expected">Where the author thinks it is.</param>
    /// <param name="target">Where it is to be, above <paramref name="expected"/>.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> MoveCursorAsync(int partition, long expected, long target, CancellationToken cancellation);

    /// <summary>What waits in all partitions.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<InboxLag> ReadLagAsync(CancellationToken cancellation);

    /// <summary>The article's revision that stands, or null.</summary>
    /// <param name="id">The article.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<Article?> ReadArticleAsync(ArticleId id, CancellationToken cancellation);
}
