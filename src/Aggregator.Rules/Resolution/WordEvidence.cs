using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>
/// Weighs the words around the reports, in their headlines, and in the very sentences. Few shared words that hardly any other event has
/// tell more than many that others have too. What two pages of one outlet share may be the outlet's furniture.
/// </summary>
internal static class WordEvidence
{
    private const int ShownCount = 8;

    /// <summary>What words count that stand around two reports and in no headline or sentence of theirs: pages share much that is beside what they tell.</summary>
    private const double AsideShare = 0.7;

    /// <summary>The weight from which a word ties what is told to what stands around it.</summary>
    private const double TouchFrom = 3;

    /// <summary>The weight from which a word is rare.</summary>
    private const double RareFrom = 4;

    internal static void Weigh(Account told, Account known, Rarity rarity, Weighing evidence)
    {
        var shared = new List<string>();
        if (IsWithinArticle(told, known))
        {
            WeighWithinArticle(told, known, rarity, evidence);
            return;
        }
        var oneOutlet = told.Outlets.Length == 1 && known.Outlets.Length == 1 && told.Outlets[0] == known.Outlets[0];
        var place = PlaceWords(told, known);
        var words = Cosine(told.Words, known.Words, shared, place, rarity, evidence);
        if (words > 0) evidence.Add("words", (Touches(shared, told, known, rarity) ? 1 : AsideShare) * (12 * Math.Min(words, 0.2) + Rare(shared, rarity, oneOutlet)), $"{Said(words, shared, rarity)}");
        shared.Clear();
        var title = Cosine(told.Title, known.Title, shared, place, rarity, evidence);
        if (title > 0) evidence.Add("title", 2.5 * title, $"{Said(title, shared, rarity)}");
        shared.Clear();
        var sentence = Cosine(told.Sentence, known.Sentence, shared, place, rarity, evidence);
        if (sentence > 0) evidence.Add("sentence", Math.Min(2, 0.2 * shared.Sum(word => Math.Max(0, rarity.Of(word) - 3))), $"{Said(sentence, shared, rarity)}");
        if (oneOutlet) evidence.Add("outlet", -2, $"only {told.Outlets[0]} tells either");
        if (oneOutlet && told.Sentence.AsSpan().SequenceEqual(known.Sentence.AsSpan())) evidence.Add("outlet", -5, $"word for word in another article of its outlet: part of its pages");
    }

    /// <summary>Whether one tells nothing but what an article says that the other has too.</summary>
    internal static bool IsWithinArticle(Account told, Account known) => told.Articles.Length == 1 && known.Articles.Contains(told.Articles[0]);

    private static double Cosine(ImmutableArray<string> told, ImmutableArray<string> known, List<string> shared, string[] except, Rarity rarity, Weighing evidence) =>
        evidence.AtMost ? rarity.CosineMost(told, known, shared, except) : rarity.Cosine(told, known, shared, except);

    // The place that both name is weighed as the place, not as a word again.
    private static string[] PlaceWords(Account told, Account known) =>
        told.Place is { } place && known.Place is { } other && Term.Place(place) == Term.Place(other)
            ? [.. WordScan.Scan(place.Name).Select(word => place.Name.Substring(word.Start, word.Length).ToLowerInvariant())]
            : [];

    // The words around two reports of one article are much the same whatever they tell.
    private static void WeighWithinArticle(Account told, Account known, Rarity rarity, Weighing evidence)
    {
        if (Contrast(told, known) is { } contrast)
        {
            evidence.Add("article", -6, $"told apart in one article, {contrast}");
            return;
        }
        var shared = new List<string>();
        var words = Cosine(told.Words, known.Words, shared, [], rarity, evidence);
        if (told.Kind == known.Kind && told.Mode is not null && told.Mode == known.Mode && Has(told.Sentence, known.Sentence)) evidence.Add("sentence", 4, $"told in one sentence of one article");
        // Of one attack or flood an article speaks again and again; what it tells twice of other kinds is mostly two.
        var most = BlockRule.FamilyOf(told.Kind) == BlockRule.Harm ? 3 : 1.5;
        evidence.Add("article", Math.Clamp(10 * (words - 0.5), -3, most), $"told apart in one article, {Said(words, shared, rarity)}");
    }

    /// <summary>How one article sets two happenings off against each other: "plans to call", "last met in February"; null where it does not.</summary>
    private static string? Contrast(Account told, Account known)
    {
        if (told.Kind == EventKind.Casualties || known.Kind == EventKind.Casualties) return null;
        var statuses = new[] { told.Status, known.Status };
        if (statuses.Contains(EventStatus.Planned) && statuses.Contains(EventStatus.Occurred)) return "one to come and one that was";
        var talks = told.Kind is EventKind.Call or EventKind.Meeting or EventKind.Mediation;
        return told.Kind == known.Kind || !talks ? null : $"one a {WireName.From(told.Kind)} and one a {WireName.From(known.Kind)}";
    }

    /// <summary>Whether a rare word that both share stands in a headline or sentence of either; else all that they share is beside what they tell.</summary>
    private static bool Touches(List<string> shared, Account told, Account known, Rarity rarity) => shared.Exists(word => rarity.Of(word) > TouchFrom
        && (Has(told.Title, word) || Has(told.Sentence, word) || Has(known.Title, word) || Has(known.Sentence, word)));

    private static bool Has(ImmutableArray<string> one, ImmutableArray<string> all) => !one.IsEmpty && one.All(word => Has(all, word));

    private static bool Has(ImmutableArray<string> words, string word) => words.BinarySearch(word, StringComparer.Ordinal) >= 0;

    private static double Rare(List<string> shared, Rarity rarity, bool oneOutlet)
    {
        var mass = shared.Sum(word => Math.Max(0, rarity.Of(word) - RareFrom));
        return 0.65 * Math.Min(mass, 8) + (oneOutlet ? 0.1 : 0.3) * Math.Clamp(mass - 8, 0, 15);
    }

    private static string Said(double likeness, List<string> shared, Rarity rarity) =>
        $"{likeness:0.00} alike{(shared.Count == 0 ? "" : ": ")}{string.Join(", ", shared.OrderByDescending(rarity.Of).Take(ShownCount))}";
}
