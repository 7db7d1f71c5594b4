namespace Aggregator.Extraction.Lexicon;

/// <summary>An armed group.</summary>
/// <param name="Name">The main name.</param>
/// <param name="Code"><c>NSA:…</c>.</param>
/// <param name="Countries">Where it acts, ISO 3166-1 alpha-3; the first is its home.</param>
/// <param name="Sort">Islamist, separatist, rebel, criminal, ….</param>
public sealed record GroupSense(string Name, string Code, IReadOnlyList<string> Countries, string Sort)
    : Sense(SenseKind.ArmedGroup, Name, Code, "REB");
