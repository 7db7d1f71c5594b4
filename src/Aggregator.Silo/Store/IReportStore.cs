using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>Reports by article.</summary>
public interface IReportStore
{
    /// <summary>
    /// Makes these the standing reports of some articles, in one transaction. Those of earlier revisions that are not among an article's, or now fall
    /// into another block, are retracted by its revision; so is what an earlier revision retracted where no delivery told its block.
    /// Saying it again, also after a crash, changes nothing and returns the same. Read again by another version, a revision may say less
    /// than before: that is retracted by it too.
    /// </summary>
    /// <param name="version">The extractor's version that read them.</param>
    /// <param name="read">What was read, of each article once; where a later revision was recorded already, nothing of the article changes.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    /// <returns>The same in the same order, with what each revision retracted.</returns>
    /// <exception cref="ArgumentException">An article is among them twice.</exception>
    Task<IReadOnlyList<ArticleReports>> RecordReportsAsync(string version, IReadOnlyList<ArticleReports> read, CancellationToken cancellation);

    /// <summary>What was recorded of articles that this version has read in just this revision: they need not be read again. The others are left out.</summary>
    /// <param name="version">The extractor's version.</param>
    /// <param name="revisions">Articles with the revision asked for.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<ArticleReports>> ReadRecordedAsync(string version, IReadOnlyDictionary<ArticleId, int> revisions, CancellationToken cancellation);

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
