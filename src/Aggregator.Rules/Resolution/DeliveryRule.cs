using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>Puts an article's reports on their way to their blocks, with what resolution needs to know of the article.</summary>
public static class DeliveryRule
{
    /// <summary>The deliveries of what an article says, and of what it says no longer, each with its block.</summary>
    /// <param name="article">The article as it stands.</param>
    /// <param name="reports">All that it says: a figure goes where its happening goes.</param>
    /// <param name="retracted">What it says no longer.</param>
    /// <param name="revision">The article's revision that says so.</param>
    /// <param name="outlets">The outlets known, or null when none are: then each is a family of its own.</param>
    /// <param name="traceParent">The W3C trace context they travel in, or null.</param>
    public static IReadOnlyList<(BlockKey Block, ReportDelivery Delivery)> Of(
        Article article, IReadOnlyCollection<(BlockKey Block, Report Report)> reports, IReadOnlyCollection<(BlockKey Block, Report Report)> retracted,
        int revision, IOutletDirectory? outlets = null, string? traceParent = null)
    {
        var words = new ArticleWords(article.Title, article.Text);
        // In one order, whether they come from the reading or from the store.
        var figures = reports.Where(item => item.Report is { About: not null, Casualties: not null })
            .OrderBy(item => item.Report.Span.Start).ThenBy(item => item.Report.Id.Value, StringComparer.Ordinal).ToLookup(item => item.Report.About!.Value, item => item.Report.Casualties!);
        var voice = VoiceRule.Of(article, outlets);
        var frame = new ReportDelivery
        {
            Report = null!, Revision = revision, Outlet = article.Outlet, Url = article.Url, Title = article.Title, PublishedAt = article.PublishedAt,
            Voice = voice, Sketch = TextSketch.Of(article.Text), TraceParent = traceParent,
        };
        return
        [
            .. reports.Select(item => (item.Block, frame with
            {
                Report = item.Report, Voice = VoiceRule.Of(item.Report, voice, outlets), Keywords = words.Around(item.Report), Figures = [.. figures[item.Report.Id]],
            })),
            .. retracted.Select(item => (item.Block, frame with { Report = item.Report, Retracted = true, Sketch = [] })),
        ];
    }

    /// <summary>A document's reports with the block that each falls into.</summary>
    /// <param name="reports">All reports of one article: a figure goes where its happening goes.</param>
    public static IEnumerable<(BlockKey Block, Report Report)> Address(IReadOnlyCollection<Report> reports)
    {
        var byId = reports.ToDictionary(report => report.Id);
        return reports.Select(report => (BlockRule.Of(report, report.About is { } about ? byId.GetValueOrDefault(about) : null), report));
    }
}
