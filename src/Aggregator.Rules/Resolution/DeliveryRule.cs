using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>Puts a report on its way to its block, with what resolution needs to know of its article.</summary>
public static class DeliveryRule
{
    /// <summary>The delivery of a report, or of its being taken back.</summary>
    /// <param name="report">The report.</param>
    /// <param name="article">The article as it stands.</param>
    /// <param name="revision">The article's revision that says so.</param>
    /// <param name="retracted">True when that revision no longer gives the account.</param>
    /// <param name="traceParent">The W3C trace context it travels in, or null.</param>
    public static ReportDelivery Of(Report report, Article article, int revision, bool retracted = false, string? traceParent = null) => new()
    {
        Report = report, Revision = revision, Retracted = retracted, Outlet = article.Outlet, Url = article.Url, Title = article.Title,
        PublishedAt = article.PublishedAt, Voice = VoiceRule.Of(article), Keywords = KeywordRule.Of(article.Title, report.Quote), TraceParent = traceParent,
    };

    /// <summary>A document's reports with the block that each falls into.</summary>
    /// <param name="reports">All reports of one article: a figure goes where its happening goes.</param>
    public static IEnumerable<(BlockKey Block, Report Report)> Address(IReadOnlyCollection<Report> reports)
    {
        var byId = reports.ToDictionary(report => report.Id);
        return reports.Select(report => (BlockRule.Of(report, report.About is { } about ? byId.GetValueOrDefault(about) : null), report));
    }
}
