using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// Weighs whether two accounts are of one happening: kind, date, place, parties, names, figures, rare words. A stated contradiction
/// (other day, other place) outweighs likeness of words, so that two look-alikes stay apart.
/// </summary>
public static class SamenessRule
{
    /// <summary>The score from which two accounts are of one happening.</summary>
    public const double SameFrom = 3;

    /// <summary>Days that the accounts of one happening may lie apart, by publication, where no date is told.</summary>
    /// <param name="kind">The happening's kind.</param>
    public static int WindowDays(EventKind kind) => kind switch
    {
        EventKind.Call or EventKind.Meeting or EventKind.Mediation => 10,
        EventKind.Disaster or EventKind.Casualties => 30,
        EventKind.Attack or EventKind.Crime => 7,
        EventKind.Deployment or EventKind.Sanction => 7,
        EventKind.Protest => 3,
        _ => 4,
    };

    /// <summary>Weighs one account against another.</summary>
    /// <param name="left">An account.</param>
    /// <param name="right">The other.</param>
    public static Likeness Weigh(Account left, Account right)
    {
        var evidence = new List<SamenessEvidence>();
        WeighKind(left, right, evidence);
        WeighDate(left, right, evidence);
        WeighPlace(left, right, evidence);
        WeighShare("parties", left.Parties, right.Parties, 2, -2.5, evidence);
        WeighShare("names", left.Names, right.Names, 1.5, -0.5, evidence);
        WeighFigures(left, right, evidence);
        WeighShare("keywords", left.Keywords, right.Keywords, 5, -0.5, evidence);
        return new Likeness(evidence.Sum(piece => piece.Weight), [.. evidence.OrderByDescending(piece => Math.Abs(piece.Weight))]);
    }

    private static void WeighKind(Account left, Account right, List<SamenessEvidence> evidence)
    {
        if (left.Kind == right.Kind) evidence.Add(new("kind", 0.5, "same kind"));
        else evidence.Add(new("kind", BlockRule.FamilyOf(left.Kind) == BlockRule.FamilyOf(right.Kind) ? -0.5 : -10, $"{left.Kind} and {right.Kind}"));
        if (left.Mode is { } mode && right.Mode is { } other && mode != other) evidence.Add(new("mode", -1, $"{mode} and {other}"));
    }

    private static void WeighDate(Account left, Account right, List<SamenessEvidence> evidence)
    {
        var apartDays = Math.Abs(left.PublishedOn.DayNumber - right.PublishedOn.DayNumber);
        var window = WindowDays(left.Kind);
        if (left.OccurredOn is { } a && right.OccurredOn is { } b)
        {
            var gapDays = Math.Max(a.First.DayNumber, b.First.DayNumber) - Math.Min(a.Last.DayNumber, b.Last.DayNumber);
            if (gapDays <= 0) evidence.Add(new("date", a.LengthDays + b.LengthDays <= 4 ? 2 : 1, $"both on {a}"));
            else if (gapDays == 1 && Math.Min(a.LengthDays, b.LengthDays) == 1) evidence.Add(new("date", 0.5, $"{a} and {b}, a day apart"));
            else evidence.Add(new("date", Math.Max(-8, -2 - gapDays), $"{a} and {b}"));
        }
        if (apartDays > window) evidence.Add(new("published", -2 - (apartDays - window) / 2.0, $"published {apartDays} days apart"));
        else evidence.Add(new("published", 1 - apartDays / (double)window, $"published {apartDays} days apart"));
    }

    private static void WeighPlace(Account left, Account right, List<SamenessEvidence> evidence)
    {
        if (left.Place is not { } a || right.Place is not { } b) return;
        if (string.Equals(a.Entry ?? a.Name, b.Entry ?? b.Name, StringComparison.OrdinalIgnoreCase)) evidence.Add(new("place", 1.5, $"both in {a.Name}"));
        else if (a.Country is { } country && country == b.Country)
            evidence.Add(IsWide(a) || IsWide(b) ? new("place", 0.5, $"both in {country}") : new("place", -2, $"{a.Name} and {b.Name}"));
        else if (a.Country is not null && b.Country is not null) evidence.Add(new("place", -4, $"{a.Name} and {b.Name}"));
    }

    // A whole country does not contradict a city of it. The gazetteer's country entries have no other name than their country.
    private static bool IsWide(Place place) => place.Latitude is null;

    private static void WeighShare(
        string of, IReadOnlySet<string> left, IReadOnlySet<string> right, double all, double none, List<SamenessEvidence> evidence)
    {
        if (left.Count == 0 || right.Count == 0) return;
        var shared = left.Where(right.Contains).ToList();
        if (shared.Count == 0) evidence.Add(new(of, none, "none shared"));
        else evidence.Add(new(of, all * shared.Count / Math.Min(left.Count, right.Count), string.Join(", ", shared.Order(StringComparer.Ordinal).Take(5))));
    }

    private static void WeighFigures(Account left, Account right, List<SamenessEvidence> evidence)
    {
        foreach (var (measure, count) in left.Figures)
        {
            if (!right.Figures.TryGetValue(measure, out var other)) continue;
            if (count.Overlaps(other)) evidence.Add(new("figures", 1, $"{measure.ToString().ToLowerInvariant()} both {count}"));
            else evidence.Add(new("figures", -0.5, $"{measure.ToString().ToLowerInvariant()} {count} and {other}"));
        }
    }
}
