using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>What is kept of a decision, for explaining it later.</summary>
internal static class BasisRule
{
    internal static Basis Of(Decision decision) => new()
    {
        Score = decision.Why is { Evidence: not [{ Of: "revised" }] } why ? Math.Round(why.Score, 2) : null,
        Evidence = Kept(decision.Why),
        Rival = decision.Rival,
        RivalScore = decision.WhyNot is { } whyNot ? Math.Round(whyNot.Score, 2) : null,
        RivalEvidence = Kept(decision.WhyNot),
    };

    internal static Basis Of(RulingRequest request) => new() { Evidence = [new("ruling", 0, $"moved by {request.By}: {request.Reason}")] };

    private static ImmutableArray<SamenessEvidence> Kept(Likeness? likeness) => likeness is null
        ? []
        : [.. likeness.Evidence.Select(piece => piece with { Weight = Math.Round(piece.Weight, 2) }).Where(piece => piece.Weight != 0 || likeness.Evidence.Count == 1)
            .OrderByDescending(piece => Math.Abs(piece.Weight))];
}
