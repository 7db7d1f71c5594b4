namespace Aggregator.Extraction.Lexicon;

/// <summary>What one name of the lexicon stands for.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Name">The entry's main name.</param>
/// <param name="Code">ISO 3166-1 alpha-3, or <c>IGO:…</c>, <c>NGO:…</c>, <c>NSA:…</c>; null when it belongs to none.</param>
/// <param name="Role">PLOVER's actor role (<c>GOV</c>, <c>MIL</c>, …), or null.</param>
public record Sense(SenseKind Kind, string Name, string? Code, string? Role);
