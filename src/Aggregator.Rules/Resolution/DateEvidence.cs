using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// Weighs when it happened, as told, and when it was published. Two told days that differ are two happenings; but of violence and disasters
/// night falls between two days and follow-ups tell of other days besides, even after years, and a plan may move. Talks are told alike whenever held:
/// there a day decides. What else states do they do again and again, and articles on one subject share its words: there the longer apart, the less alike.
/// </summary>
internal static class DateEvidence
{
    private const int PreciseDays = 2;
    private const int LongDays = 31;

    /// <summary>Days within which the news of a day is told: a date told so is the happening's own, not one that a follow-up looks back on.</summary>
    private const int FreshDays = 3;

    /// <summary>The most that time between two publications speaks against violence and disasters: courts take years.</summary>
    private const double HarmApartMax = 4.5;

    internal static void Weigh(Account told, Account known, Weighing evidence)
    {
        if (told.OccurredOn is { } a && known.OccurredOn is { } b)
        {
            var gapDays = Math.Max(a.First.DayNumber, b.First.DayNumber) - Math.Min(a.Last.DayNumber, b.Last.DayNumber);
            if (gapDays > 0) evidence.Add("date", Apart(told, known, gapDays), $"{a} and {b}, {Days(gapDays)} apart");
            else evidence.Add("date", Agreed(a, b), $"both on {(a.LengthDays <= b.LengthDays ? a : b)}");
        }
        else if (told.OccurredOn is { } date)
        {
            WeighAgainstPublication(told, known, date, known.FirstPublishedOn, known.PublishedOn, evidence);
        }
        else if (known.OccurredOn is { } day)
        {
            WeighAgainstPublication(told, known, day, told.FirstPublishedOn, told.PublishedOn, evidence);
        }
        WeighPublication(told, known, evidence);
    }

    private static double Agreed(OccurredOn a, OccurredOn b) =>
        IsPrecise(a) && IsPrecise(b) ? 2.25 : a.LengthDays > LongDays || b.LengthDays > LongDays ? 0.5 : 1.75;

    private static double Apart(Account told, Account known, int gapDays)
    {
        if (IsPutOff(told, known) || IsPutOff(known, told)) return Math.Max(-4, -0.3 * gapDays);
        if (IsAhead(told) != IsAhead(known)) return IsAnother(told, known) || IsAnother(known, told) ? -12 : Math.Max(-4, -0.3 * gapDays);
        if (IsHarm(told)) return gapDays == 1 ? 0.5 : IsFresh(told) && IsFresh(known) ? gapDays > FreshDays ? -7 : -2 : -1;
        var precise = IsPrecise(told.OccurredOn!.Value) && IsPrecise(known.OccurredOn!.Value);
        if (precise && IsTalks(told)) return -12;
        return precise ? Math.Max(-12, -2 - gapDays) : gapDays == 1 ? -0.5 : gapDays > LongDays ? -8 : -2;
    }

    private static void WeighAgainstPublication(
        Account told, Account known, OccurredOn date, DateOnly first, DateOnly last, Weighing evidence)
    {
        if (date.First.DayNumber > last.DayNumber + 1)
        {
            // What was told as news when it was new cannot have been told before.
            if (!IsAhead(told) && !IsAhead(known)) evidence.Add("date", IsFresh(told.OccurredOn is null ? known : told) ? -3 : -1, $"{date} told of one, the other published before");
        }
        else if (first.DayNumber - date.Last.DayNumber is var late && late > SamenessRule.WindowDays(told.Kind))
        {
            evidence.Add("date", IsTalks(told) ? -6 : IsHarm(told) || late <= LongDays ? -1 : -5, $"{date} told of one, the other published {Days(late)} later");
        }
    }

    private static void WeighPublication(Account told, Account known, Weighing evidence)
    {
        var gapDays = Math.Max(0, Math.Max(told.FirstPublishedOn.DayNumber, known.FirstPublishedOn.DayNumber) - Math.Min(told.PublishedOn.DayNumber, known.PublishedOn.DayNumber));
        var apart = Math.Log(1 + 9.0 * gapDays / SamenessRule.WindowDays(told.Kind));
        var weight = -(IsHarm(told) ? Math.Min(HarmApartMax, apart) : apart);
        if (IsTalks(told) && gapDays > SamenessRule.WindowDays(told.Kind) && !IsAhead(told) && !IsAhead(known)) weight = -8;
        evidence.Add("published", gapDays <= 1 ? 0 : weight, $"{(gapDays == 0 ? "published the same day" : $"published {Days(gapDays)} apart")}");
    }

    private static bool IsHarm(Account account) => BlockRule.FamilyOf(account.Kind) == BlockRule.Harm;

    private static bool IsTalks(Account account) => BlockRule.FamilyOf(account.Kind) == BlockRule.Talks;

    private static bool IsFresh(Account account) =>
        account.OccurredOn is { } date && IsPrecise(date) && account.FirstPublishedOn.DayNumber - date.Last.DayNumber is >= -1 and <= FreshDays;

    private static bool IsAhead(Account account) => account.Status is EventStatus.Planned or EventStatus.Postponed or EventStatus.Cancelled or EventStatus.Hypothetical;

    /// <summary>Whether a plan may be the new date of what was put off before: the old date binds it no longer.</summary>
    private static bool IsPutOff(Account known, Account plan) =>
        known.Status == EventStatus.Postponed && plan.Status is EventStatus.Planned && plan.OccurredOn is { } next && known.OccurredOn is { } was && next.First > was.Last && plan.PublishedOn >= known.FirstPublishedOn;

    /// <summary>Whether a plan is of another happening than what has been: it was made known after that day, and for a later one.</summary>
    private static bool IsAnother(Account plan, Account held) =>
        plan.Status == EventStatus.Planned && held.OccurredOn is { } was && plan.OccurredOn is { } planned && planned.First > was.Last && plan.FirstPublishedOn >= was.Last;

    private static bool IsPrecise(OccurredOn date) => date.LengthDays <= PreciseDays;

    private static string Days(int count) => count == 1 ? "1 day" : $"{count} days";
}
