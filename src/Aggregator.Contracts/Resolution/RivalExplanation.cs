using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>Why another event, alike, is another happening.</summary>
/// <param name="Event">The other event.</param>
/// <param name="Score">How like it is.</param>
/// <param name="Words">Why it is apart, in words.</param>
/// <param name="Evidence">What was weighed, heaviest first.</param>
[GenerateSerializer, Immutable, Alias("rival-explanation")]
public sealed record RivalExplanation(
    [property: Id(0)] EventId Event, [property: Id(1)] double Score, [property: Id(2)] string Words, [property: Id(3)] ImmutableArray<SamenessEvidence> Evidence);
