using System.Net;
using System.Text;
using System.Xml;
using Aggregator.Resolution;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>What an item says of a topic's change: its title, and its content as HTML with each sentence, its words marked, and where it stands.</summary>
internal static class EntryText
{
    private const int SentenceCountMax = 10;

    /// <summary>The headline, behind what changed.</summary>
    internal static string Title(FeedEntry entry) => entry.Change switch
    {
        EntryChange.Added => entry.Event.Headline,
        EntryChange.Updated => $"Updated: {entry.Event.Headline}",
        EntryChange.Merged => $"Merged: {entry.Event.Headline}",
        EntryChange.Split => $"Split: {entry.Event.Headline}",
        EntryChange.Retracted => $"Retracted: {entry.Event.Headline}",
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Change, "Not a change."),
    };

    /// <summary>The content, as HTML.</summary>
    internal static string Content(FeedEntry entry)
    {
        var html = new StringBuilder();
        if (entry.Reason is { } reason) html.Append("<p>").Append(Escape(reason)).Append("</p>");
        foreach (var report in entry.Event.Reports.Take(SentenceCountMax)) Append(html, report);
        var more = entry.Event.ReportCount - Math.Min(SentenceCountMax, entry.Event.Reports.Length);
        if (more > 0) html.Append("<p>").Append(more).Append(" more</p>");
        return html.ToString();
    }

    /// <summary>True for an address that a reader may follow: never a script's.</summary>
    internal static bool IsWeb(string url) => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without the characters that XML can't carry, and without the controls that stand where some other code had letters.</summary>
    internal static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (IsFit(text[at])) clean.Append(text[at]);
            else if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) clean.Append(text[at]).Append(text[++at]);
        }
        return clean.ToString();
    }

    /// <summary>Why an event of the topic is taken back.</summary>
    internal static string Removal(FeedEntry entry) =>
        entry.Event.MergedInto is { } target ? $"It became part of {target}." : entry.Reason ?? "It no longer stands.";

    private static bool IsClean(string text)
    {
        foreach (var letter in text)
            if (!IsFit(letter)) return false;
        return true;
    }

    private static bool IsFit(char letter) => XmlConvert.IsXmlChar(letter) && letter is < '\u007f' or > '\u009f';

    private static void Append(StringBuilder html, ReportRef report)
    {
        var (start, length) = (Math.Min(report.Span.Start, report.Quote.Length), report.Span.Length);
        var end = Math.Min(start + length, report.Quote.Length);
        html.Append("<blockquote>").Append(Escape(report.Quote[..start])).Append("<mark>").Append(Escape(report.Quote[start..end])).Append("</mark>")
            .Append(Escape(report.Quote[end..])).Append("</blockquote><p>");
        var title = Escape(report.Title.Length > 0 ? report.Title : report.Article.Value);
        if (report.Url is { } url && IsWeb(url)) html.Append("<a href=\"").Append(Escape(url)).Append("\">").Append(title).Append("</a>");
        else html.Append(title);
        if (report.Outlet is { } outlet) html.Append(", ").Append(Escape(outlet));
        if (report.Claimant is { } claimant) html.Append(", citing ").Append(Escape(claimant));
        html.Append("</p>");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
