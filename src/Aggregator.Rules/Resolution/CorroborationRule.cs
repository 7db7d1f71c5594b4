using System.Globalization;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// What stands behind an event. Two independent voices corroborate, unless all that any of them has is the word of one claimant;
/// voices that deny what others tell make it contested.
/// </summary>
public static class CorroborationRule
{
    /// <summary>The four numbers and the level.</summary>
    /// <param name="standing">The deliveries that stand; none makes it unconfirmed.</param>
    public static Corroboration Of(IReadOnlyCollection<ReportDelivery> standing)
    {
        var voices = Independence.VoiceCount(standing);
        var names = ClaimantNames.Of(standing.Select(ClaimantOf));
        var claimants = standing.Select(delivery => names.KeyOf(ClaimantOf(delivery))).OfType<string>().Distinct().Count();
        return new Corroboration
        {
            ArticleCount = standing.Select(delivery => delivery.Article).Distinct().Count(),
            OutletCount = standing.Select(delivery => delivery.Outlet).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            VoiceCount = voices,
            ClaimantCount = claimants,
            Level = LevelOf(standing, voices, claimants),
        };
    }

    /// <summary>The level and what it follows from, in a sentence.</summary>
    /// <param name="corroboration">The four numbers and the level.</param>
    public static string Explain(Corroboration corroboration)
    {
        var numbers = string.Join(
            ", ", Counted(corroboration.ArticleCount, "article"), Counted(corroboration.OutletCount, "outlet"), Counted(corroboration.VoiceCount, "independent voice"),
            Counted(corroboration.ClaimantCount, "claimant"));
        return corroboration.Level switch
        {
            CorroborationLevel.Denied => $"Denied: every report that stands says it did not happen ({numbers}).",
            CorroborationLevel.Contested => $"Contested: some reports say it happened, others that it did not ({numbers}).",
            CorroborationLevel.Corroborated => $"Corroborated: two or more independent voices that do not all rest on one claimant ({numbers}).",
            CorroborationLevel.SingleSource => $"Single source: one voice, or one claimant behind every report ({numbers}).",
            _ => $"Unconfirmed: one voice, which names nobody who says so ({numbers}).",
        };
    }

    private static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static CorroborationLevel LevelOf(IReadOnlyCollection<ReportDelivery> standing, int voices, int claimants)
    {
        var happenings = standing.Where(delivery => delivery.Report.Kind != EventKind.Casualties).ToList();
        var denied = happenings.Count(delivery => delivery.Report.Status == EventStatus.Denied);
        if (denied > 0) return denied == happenings.Count ? CorroborationLevel.Denied : CorroborationLevel.Contested;
        var onlyOneClaimant = claimants == 1 && standing.All(delivery => ClaimantOf(delivery) is not null);
        if (voices >= 2 && !onlyOneClaimant) return CorroborationLevel.Corroborated;
        return claimants > 0 || voices >= 2 ? CorroborationLevel.SingleSource : CorroborationLevel.Unconfirmed;
    }

    private static string? ClaimantOf(ReportDelivery delivery) => delivery.Report.Casualties?.Claimant ?? delivery.Report.Claimant;
}
