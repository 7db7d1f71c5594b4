using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>Weighs who took part. Talks are told by who talks: there, other parties are other talks. What states say or do is told by who does it.</summary>
internal static class PartyEvidence
{
    internal static void Weigh(Account told, Account known, Rarity rarity, Weighing evidence)
    {
        var talks = BlockRule.FamilyOf(told.Kind) == BlockRule.Talks;
        var harm = BlockRule.FamilyOf(told.Kind) == BlockRule.Harm;
        Weigh("parties", told.Parties, known.Parties, Term.Party, rarity, talks && Shared(told.Parties, known.Parties).Count > 1 ? 2.5 : 0.5, talks ? -8 : -1, evidence);
        Weigh("names", told.Names, known.Names, Term.Name, rarity, 4, talks ? -1 : 0, evidence);
        if (!harm && (IsNobody(told) || IsNobody(known))) evidence.Add("parties", talks ? -3 : -1, $"nobody is named");
        if (!harm && !talks && !told.Actors.IsEmpty && !known.Actors.IsEmpty && Shared(told.Actors, known.Actors).Count == 0)
            evidence.Add("actors", -2, $"{string.Join(", ", told.Actors.Take(5))} did one, {string.Join(", ", known.Actors.Take(5))} the other");
        if (!talks || told.Parties.Length != 2 || known.Parties.Length != 2 || Shared(told.Parties, known.Parties).Count != 1) return;
        evidence.Add("parties", -12, $"{string.Join(" with ", told.Parties)}, and {string.Join(" with ", known.Parties)}");
    }

    private static void Weigh(
        string of, ImmutableArray<string> told, ImmutableArray<string> known, Func<string, string> term, Rarity rarity, double most, double none,
        Weighing evidence)
    {
        if (told.IsEmpty || known.IsEmpty) return;
        var shared = Shared(told, known);
        if (shared.Count == 0) evidence.Add(of, none, $"none shared");
        else evidence.Add(of, Math.Min(most, 0.4 * shared.Sum(value => rarity.Of(term(value)))), $"{string.Join(", ", shared.Take(5))}");
    }

    private static bool IsNobody(Account account) => account.Parties.IsEmpty && account.Names.IsEmpty;

    private static List<string> Shared(ImmutableArray<string> left, ImmutableArray<string> right) =>
        [.. left.Where(value => right.BinarySearch(value, StringComparer.Ordinal) >= 0)];
}
