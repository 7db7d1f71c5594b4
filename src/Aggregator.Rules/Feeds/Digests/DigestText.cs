using System.Globalization;
using System.Net;
using System.Text;
using Aggregator.Extraction;
using Aggregator.Resolution;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>What a digest says, as HTML: each event with how far it came, who stands behind it, and its figures, each leading to the report that it is from.</summary>
internal sealed class DigestText
{
    private const int FigureCountMax = 6;

    private readonly StringBuilder _html = new();
    private readonly TopicId _topic;
    private readonly string _server;

    private DigestText(TopicId topic, string server) => (_topic, _server) = (topic, server);

    internal static string Content(Digest digest, TopicId topic, string server)
    {
        var text = new DigestText(topic, server);
        text.Append("New", digest.New);
        text.Append("Figures that moved", digest.FiguresMoved);
        text.Append("Corrections", digest.Corrections);
        text.Append("Told further", digest.Others);
        var more = digest.TotalCount - digest.New.Length - digest.FiguresMoved.Length - digest.Corrections.Length - digest.Others.Length;
        if (more > 0) text._html.Append(CultureInfo.InvariantCulture, $"<p>{more} more</p>");
        return text._html.ToString();
    }

    private void Append(string title, IReadOnlyList<TopicChange> changes)
    {
        if (changes.Count == 0) return;
        _html.Append("<h3>").Append(title).Append("</h3><ul>");
        foreach (var change in changes)
        {
            _html.Append("<li>");
            Link($"{_server}/#/topics/{_topic}/events/{Uri.EscapeDataString(change.Event.Value)}", change.Headline);
            foreach (var note in Notes(change)) _html.Append("<br>").Append(Escape(note));
            // Those of an event that became part of another are told there.
            if (change.MergedInto is null) Append(change.Figures);
            _html.Append("</li>");
        }
        _html.Append("</ul>");
    }

    /// <summary>A line for each thing that is counted, with its figures by who says so, the largest first.</summary>
    private void Append(IEnumerable<FigureMove> figures)
    {
        foreach (var counted in figures.GroupBy(move => (move.Measure, move.Who)).OrderBy(counted => counted.Key))
        {
            _html.Append("<br>").Append(WireName.From(counted.Key.Measure));
            if (counted.Key.Who is { } who) _html.Append(" (").Append(WireName.From(who)).Append(')');
            var moves = counted.OrderByDescending(move => Largest(move.After ?? move.Before)).ThenBy(move => move.Report.Value, StringComparer.Ordinal).ToList();
            for (var at = 0; at < Math.Min(moves.Count, FigureCountMax); at++)
            {
                _html.Append(at == 0 ? ": " : ", ");
                Append(moves[at]);
            }
            if (moves.Count > FigureCountMax) _html.Append(CultureInfo.InvariantCulture, $" and {moves.Count - FigureCountMax} more");
        }
    }

    private void Append(FigureMove move)
    {
        if (move is { Before: { } before, After: not null }) _html.Append(before).Append(" → ");
        if (move.After is null) _html.Append("no longer ");
        Link($"{_server}/v1/reports/{Uri.EscapeDataString(move.Report.Value)}", $"{move.After ?? move.Before}");
        if ((move.Claimant ?? move.Outlet) is { } name) _html.Append(" (").Append(Escape(name)).Append(')');
    }

    private static long? Largest(CountRange? count) => count?.High ?? count?.Low;

    private void Link(string address, string text) => _html.Append("<a href=\"").Append(Escape(address)).Append("\">").Append(Escape(text)).Append("</a>");

    private static IEnumerable<string> Notes(TopicChange change)
    {
        if (change.StatusBefore is { } before && before != change.StatusAfter) yield return $"{WireName.From(before)} → {WireName.From(change.StatusAfter)}";
        else if (change.StatusBefore is null && change.StatusAfter != EventStatus.Occurred) yield return WireName.From(change.StatusAfter);
        if (change.MergedInto is { } target) yield return $"became part of {target}";
        else if (change.Differences.Any(IsCorrection) && change.Reason is { } reason) yield return reason;
        if (change.Differences.Contains(TopicDifference.FactsMoved)) yield return "told otherwise: when, where or who";
        if (!change.Differences.Any(IsTakenBack)) yield return Standing(change.CorroborationBefore, change.CorroborationAfter);
    }

    private static string Standing(Corroboration? before, Corroboration after)
    {
        var moved = before is { } last && last.Level != after.Level ? $"{WireName.From(last.Level)} → " : "";
        var more = before is { } earlier && after.ArticleCount > earlier.ArticleCount ? $" ({after.ArticleCount - earlier.ArticleCount} more)" : "";
        return $"{moved}{WireName.From(after.Level)}: {Count(after.ArticleCount, "article", "articles")}{more}, {Count(after.VoiceCount, "independent voice", "independent voices")}";
    }

    private static bool IsTakenBack(TopicDifference difference) => difference is TopicDifference.Merged or TopicDifference.Retracted;

    private static bool IsCorrection(TopicDifference difference) => IsTakenBack(difference) || difference is TopicDifference.Split or TopicDifference.Corrected;

    private static string Count(int count, string one, string more) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : more)}");

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
