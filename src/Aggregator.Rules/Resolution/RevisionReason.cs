using Aggregator.Extraction;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>
/// Why an event has a new revision, for people: how many reports came or went, then what its account says otherwise. A follower who sees
/// nothing but this line knows which figure was taken back and which stands now.
/// </summary>
internal static class RevisionReason
{
    private const int FigureCountMax = 3;

    /// <summary>The reason; null for an event's first revision, which needs none.</summary>
    /// <param name="last">What was said until now.</param>
    /// <param name="next">What is said from now on.</param>
    internal static string? Of(NewsEvent last, NewsEvent next) =>
        last.Revision == 0 ? null : string.Join("; ", new[] { Reports(next.ReportCount - last.ReportCount), Status(last, next), Day(last, next), Figures(last, next) }.OfType<string>());

    private static string Reports(int more) => more switch
    {
        > 0 => $"{more} more {(more == 1 ? "report" : "reports")}",
        < 0 => $"{-more} {(more == -1 ? "report" : "reports")} taken back",
        _ => "a report was revised",
    };

    private static string? Status(NewsEvent last, NewsEvent next) =>
        last.Status == next.Status ? null : $"{WireName.From(last.Status)} became {WireName.From(next.Status)}";

    private static string? Day(NewsEvent last, NewsEvent next) =>
        last.OccurredOn is { } before && next.OccurredOn is { } after && !before.Overlaps(after) ? $"dated {after}, not {before}" : null;

    private static string? Figures(NewsEvent last, NewsEvent next)
    {
        List<CasualtyFigure> before = [.. last.Claims.Select(claim => claim.Figure)], after = [.. next.Claims.Select(claim => claim.Figure)];
        var gone = before.Where(figure => !after.Any(other => IsSame(figure, other))).ToList();
        var come = after.Where(figure => !before.Any(other => IsSame(figure, other))).ToList();
        var notes = new List<string>();
        foreach (var figure in come)
        {
            // Of several that are gone, the nearest is the one that it corrects.
            var replaced = gone.Where(other => IsOfOne(figure, other)).MinBy(other => Math.Abs(Size(figure) - Size(other)));
            if (replaced is not null) gone.Remove(replaced);
            notes.Add(replaced is null ? Text(figure) : $"{Text(figure)}, no longer {replaced.Count}");
        }
        notes.AddRange(gone.Select(figure => $"no longer {Text(figure)}"));
        var more = notes.Count - FigureCountMax;
        return notes.Count == 0 ? null : string.Join("; ", notes.Take(FigureCountMax)) + (more > 0 ? $"; {more} more {(more == 1 ? "figure" : "figures")}" : "");
    }

    private static bool IsSame(CasualtyFigure figure, CasualtyFigure other) => IsOfOne(figure, other) && figure.Count == other.Count;

    private static bool IsOfOne(CasualtyFigure figure, CasualtyFigure other) =>
        (figure.Measure, figure.Who, figure.Nationality, figure.Cumulative, figure.IsIncrement) == (other.Measure, other.Who, other.Nationality, other.Cumulative, other.IsIncrement)
        && ClaimantKey.Of(figure.Claimant) == ClaimantKey.Of(other.Claimant);

    private static long Size(CasualtyFigure figure) => figure.Count.Low ?? figure.Count.High ?? 0;

    private static string Text(CasualtyFigure figure) => $"{WireName.From(figure.Measure)} {figure.Count}{(figure.IsIncrement ? " more" : "")}{(figure.Claimant is { } claimant ? $" ({claimant})" : "")}";
}
