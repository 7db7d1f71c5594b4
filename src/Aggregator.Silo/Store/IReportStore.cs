using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>Reports by article.</summary>
public interface IReportStore
{
    /// <summary>
    /// Makes these the standing reports of an article's revision. Those of earlier revisions that are not among them, or now fall
    /// into another block, are retracted by this one; so is what an earlier revision retracted where no delivery told its block.
    /// Saying it again, also after a crash, changes nothing and returns the same. Read again by another version, a revision may say less
    /// than before: that is retracted by it too.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="revision">The revision that was read; where a later one was recorded already, nothing changes.</param>
    /// <param name="version">The extractor's version that read it.</param>
    /// <param name="reports">Its reports, each with the block it falls into.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    /// <returns>The reports that this revision retracted, with their blocks.</returns>
    Task<IReadOnlyList<BlockedReport>> RecordReportsAsync(
        ArticleId article, int revision, string version, IReadOnlyList<BlockedReport> reports, CancellationToken cancellation);

    /// <summary>
    /// Erases a withdrawn article's words: the text of its revisions, the sentences of its reports, and both in every revision of the events
    /// that they were resolved into. The facts, ids and times stay. Saying it again changes nothing.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="through">The revision that withdrew it; what a later one says is left alone.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task EraseAsync(ArticleId article, int through, CancellationToken cancellation);

    /// <summary>The standing reports of an article in the order of their spans.</summary>
    /// <param name="article">The article.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<Report>> ReadReportsAsync(ArticleId article, CancellationToken cancellation);

    /// <summary>One report, standing or retracted, or null.</summary>
    /// <param name="id">The report.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<Report?> ReadReportAsync(ReportId id, CancellationToken cancellation);
}
