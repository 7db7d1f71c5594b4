using System.Collections.Immutable;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Who says something, and through whom it came.</summary>
/// <param name="Claimant">The name or description, or null when the outlet tells it in its own voice.</param>
/// <param name="Span">The claimant's words, or null.</param>
/// <param name="Chain">Through whom it came, nearest first.</param>
/// <param name="Rule">The construction that told it.</param>
internal sealed record Attribution(string? Claimant, TextSpan? Span, ImmutableArray<string> Chain, string Rule)
{
    /// <summary>Those who say it, as parties; whoever says "we" means them.</summary>
    public IReadOnlyList<Player> Speakers { get; init; } = [];

    /// <summary>The outlet's own voice.</summary>
    public static Attribution None { get; } = new(null, null, [], "none");
}
