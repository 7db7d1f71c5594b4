using System.Globalization;
using System.Net;
using System.Text;
using Aggregator.Extraction;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>What a digest says, as HTML.</summary>
internal static class DigestText
{
    internal static string Content(Digest digest, TopicId topic, string server)
    {
        var html = new StringBuilder();
        Append(html, "New", digest.New, topic, server);
        Append(html, "Figures that moved", digest.FiguresMoved, topic, server);
        Append(html, "Corrections", digest.Corrections, topic, server);
        Append(html, "Told further", digest.Others, topic, server);
        var more = digest.TotalCount - digest.New.Length - digest.FiguresMoved.Length - digest.Corrections.Length - digest.Others.Length;
        if (more > 0) html.Append(CultureInfo.InvariantCulture, $"<p>{more} more</p>");
        return html.ToString();
    }

    private static void Append(StringBuilder html, string title, IReadOnlyList<TopicChange> changes, TopicId topic, string server)
    {
        if (changes.Count == 0) return;
        html.Append("<h3>").Append(title).Append("</h3><ul>");
        foreach (var change in changes)
        {
            html.Append("<li><a href=\"").Append(Escape($"{server}/#/topics/{topic}/events/{Uri.EscapeDataString(change.Event.Value)}")).Append("\">").Append(Escape(change.Headline)).Append("</a>");
            foreach (var note in Notes(change)) html.Append("<br>").Append(Escape(note));
            html.Append("</li>");
        }
        html.Append("</ul>");
    }

    private static IEnumerable<string> Notes(TopicChange change)
    {
        if (change.StatusBefore is { } before && before != change.StatusAfter) yield return $"{WireName.From(before)} → {WireName.From(change.StatusAfter)}";
        foreach (var move in change.Figures)
            yield return $"{WireName.From(move.Measure)}: {Figure(move.Before)} → {Figure(move.After)}{(move.Claimant is { } claimant ? $" ({claimant})" : "")}";
        if (change.MergedInto is { } target) yield return $"became part of {target}";
        else if (change.Reason is { } reason && !change.Differences.Contains(TopicDifference.New)) yield return reason;
    }

    private static string Figure(CountRange? range) => range?.ToString() ?? "none";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
