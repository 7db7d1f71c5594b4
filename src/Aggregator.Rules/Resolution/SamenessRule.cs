using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// Weighs whether two accounts are of one happening: kind, date, place, parties, names, figures, rare words, headline. A stated
/// contradiction (other day, other place) outweighs likeness of words, so that two look-alikes stay apart.
/// </summary>
public static class SamenessRule
{
    /// <summary>The score from which two accounts are of one happening.</summary>
    public const double SameFrom = 3;

    /// <summary>How much less than is enough a report may be like the founder.</summary>
    public const double FounderSlack = 4;

    /// <summary>What two accounts must share besides day and kind, lest two happenings of one day and one sort pass for one.</summary>
    private const double ParticularFrom = 4;

    /// <summary>Days that the accounts of one happening may lie apart, by publication, where no date is told.</summary>
    /// <param name="kind">The happening's kind.</param>
    public static int WindowDays(EventKind kind) => kind switch
    {
        EventKind.Call or EventKind.Meeting or EventKind.Mediation => 10,
        EventKind.Disaster or EventKind.Casualties => 30,
        EventKind.Attack or EventKind.Crime => 14,
        EventKind.Deployment or EventKind.Sanction => 7,
        EventKind.Protest => 3,
        _ => 5,
    };

    /// <summary>Weighs one account against another.</summary>
    /// <param name="told">What a report says.</param>
    /// <param name="known">What is known of an event.</param>
    /// <param name="rarity">How much shared terms tell.</param>
    public static Likeness Weigh(Account told, Account known, Rarity rarity)
    {
        var evidence = new Weighing(inWords: true);
        Weigh(told, known, rarity, evidence);
        return new Likeness(evidence.Score, evidence.Pieces);
    }

    /// <summary>The score alone, the same to the last bit, at a fraction of the cost.</summary>
    /// <param name="told">What a report says.</param>
    /// <param name="known">What is known of an event.</param>
    /// <param name="rarity">How much shared terms tell.</param>
    internal static double Score(Account told, Account known, Rarity rarity)
    {
        var evidence = new Weighing(inWords: false);
        Weigh(told, known, rarity, evidence);
        return evidence.Score;
    }

    /// <summary>A score that is never less than the true one, without counting how rare the words are that only the event has.</summary>
    /// <param name="told">What a report says.</param>
    /// <param name="known">What is known of an event.</param>
    /// <param name="rarity">How much shared terms tell.</param>
    internal static double ScoreMost(Account told, Account known, Rarity rarity)
    {
        var evidence = new Weighing(inWords: false, atMost: true);
        Weigh(told, known, rarity, evidence);
        return evidence.Score;
    }

    private static void Weigh(Account told, Account known, Rarity rarity, Weighing evidence)
    {
        KindEvidence.Weigh(told, known, evidence);
        DateEvidence.Weigh(told, known, evidence);
        PlaceEvidence.Weigh(told, known, rarity, evidence);
        PartyEvidence.Weigh(told, known, rarity, evidence);
        FigureEvidence.Weigh(told, known, evidence);
        AgeEvidence.Weigh(told, known, evidence);
        WordEvidence.Weigh(told, known, rarity, evidence);
        if (evidence.Particular < ParticularFrom)
            evidence.Add("particular", Math.Max(-ParticularFrom, evidence.Particular - ParticularFrom), $"little in common but kind, day and place");
    }
}
