using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Store;
using Aggregator.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Extraction;

/// <summary>Reads articles into reports on the processor's cores, records them, and addresses them to their blocks.</summary>
public sealed partial class ArticleReading(
    IStore store, IExtractor extractor, IOptions<IntakeOptions> options, StageMetrics metrics, TimeProvider clock, ILogger<ArticleReading> logger) : IDisposable
{
    private readonly SemaphoreSlim _cores = new(options.Value.ExtractionCountMax > 0 ? options.Value.ExtractionCountMax : Environment.ProcessorCount);

    /// <summary>
    /// Reads articles. What this version has read before, in the same revision, is taken from the store: a batch that is driven again costs no second reading.
    /// An article that no rule can read gives no report; it stays in the store.
    /// </summary>
    /// <param name="rows">Articles as they stand.</param>
    /// <param name="cancellation">Stops between articles.</param>
    /// <returns>Reports and retractions with their blocks, durable.</returns>
    internal async Task<IReadOnlyList<(BlockKey Block, ReportDelivery Delivery)>> ReadAsync(IEnumerable<InboxRow> rows, CancellationToken cancellation)
    {
        // Handed in again to be read by another version, an article may wait twice.
        var once = rows.DistinctBy(row => row.Article.Id).ToList();
        // Taken before: where the lexicon is reloaded meanwhile, the articles are read once more.
        var version = extractor.Version;
        var recorded = await store.ReadRecordedAsync(version, once.ToDictionary(row => row.Article.Id, row => row.Revision), cancellation);
        var known = recorded.ToDictionary(read => read.Article);
        var read = await Task.WhenAll(once.Where(row => !known.ContainsKey(row.Article.Id)).Select(row => ReadAsync(row, cancellation)));
        if (read.Length > 0)
            foreach (var said in await store.RecordReportsAsync(version, [.. read.Select(item => item.Said)], cancellation)) known.Add(said.Article, said);
        var traces = read.ToDictionary(item => item.Said.Article, item => item.TraceParent);
        return [.. once.SelectMany(row => DeliveriesOf(row, known[row.Article.Id], traces.GetValueOrDefault(row.Article.Id, row.TraceParent)))];
    }

    /// <inheritdoc/>
    public void Dispose() => _cores.Dispose();

    private async Task<(ArticleReports Said, string? TraceParent)> ReadAsync(InboxRow row, CancellationToken cancellation)
    {
        using var activity = Trace.Begin("extract", row.TraceParent);
        var reports = row.Article.Withdrawn ? [] : await ExtractAsync(row.Article, cancellation);
        var blocked = DeliveryRule.Address(reports).Select(item => new BlockedReport(item.Report, item.Block));
        return (new ArticleReports(row.Article.Id, row.Revision, [.. blocked]), Trace.Next(activity, row.TraceParent));
    }

    private IReadOnlyList<(BlockKey, ReportDelivery)> DeliveriesOf(InboxRow row, ArticleReports said, string? traceParent) => DeliveryRule.Of(
        row.Article, [.. said.Reports.Select(Addressed)], [.. said.Retracted.Select(Addressed)], row.Revision, extractor as IOutletDirectory, traceParent);

    private static (BlockKey, Report) Addressed(BlockedReport item) => (item.Block, item.Report);

    private async Task<IReadOnlyList<Report>> ExtractAsync(Article article, CancellationToken cancellation)
    {
        await _cores.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Extract(article, cancellation), cancellation);
        }
        finally
        {
            _cores.Release();
        }
    }

    private IReadOnlyList<Report> Extract(Article article, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        try
        {
            var reports = extractor.Extract(
                new Document
                {
                    Article = article.Id, Revision = article.Revision, Published = DateOnly.FromDateTime(article.PublishedAt.UtcDateTime),
                    Outlet = article.Outlet, Title = article.Title, Text = article.Text,
                },
                cancellation);
            metrics.Extracted(reports, clock.GetElapsedTime(began));
            if (reports.Count == 0 && TextLanguage.Of(article.Text) is var language && language != TextLanguage.English) metrics.Foreign(language);
            return reports;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One article must not hold up its partition for good.
            metrics.Survived("extraction");
            LogUnreadable(logger, article.Id.Value, fault);
            return [];
        }
    }

    [LoggerMessage(LogLevel.Error, "Article {Article} could not be read into reports; it is kept without any.")]
    private static partial void LogUnreadable(ILogger logger, string article, Exception fault);
}
