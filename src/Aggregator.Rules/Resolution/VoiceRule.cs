using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>
/// Whose voice a report is: the agency whose text the article carries or that the report is attributed to, else the outlet's publisher
/// family, else the outlet by its name or host.
/// </summary>
public static class VoiceRule
{
    /// <summary>The article's voice, lower case; never empty.</summary>
    /// <param name="article">The article.</param>
    /// <param name="outlets">The outlets known, or null when none are.</param>
    public static string Of(Article article, IOutletDirectory? outlets)
    {
        if (outlets is not null && WireCredit.Of(article.Text, outlets) is { } wire) return wire.ToLowerInvariant();
        var host = Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && url.Host.Length > 0 ? WithoutWww(url.Host) : null;
        var outlet = string.IsNullOrWhiteSpace(article.Outlet) ? null : WithoutWww(article.Outlet.Trim());
        var known = outlet is null ? null : outlets?.Find(outlet);
        known ??= host is null ? null : outlets?.Find(host);
        return (known?.Family ?? outlet ?? host ?? article.Id.Value).ToLowerInvariant();
    }

    /// <summary>A report's voice: another than its article's where the article passes on what an agency reports.</summary>
    /// <param name="report">The report.</param>
    /// <param name="article">The article's voice.</param>
    /// <param name="outlets">The outlets known, or null when none are.</param>
    public static string Of(Report report, string article, IOutletDirectory? outlets)
    {
        if (outlets is null) return article;
        var passedOnBy = report.Casualties is { } figure ? figure.Chain.Prepend(figure.Claimant ?? "") : [report.Claimant ?? ""];
        return passedOnBy.Where(name => name.Length > 0).Select(outlets.Find).FirstOrDefault(known => known is { IsAgency: true })?.Family.ToLowerInvariant() ?? article;
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
