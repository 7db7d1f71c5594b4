namespace Aggregator.Extraction.Lexicon;

/// <summary>A state or territory of <c>states.tsv</c>.</summary>
/// <param name="Code">ISO 3166-1 alpha-3, or <c>XKX</c>.</param>
/// <param name="Name">Its usual English name.</param>
/// <param name="Adjective">Its first adjective, or the name when it has none.</param>
/// <param name="Capital">Its first capital, or null.</param>
public sealed record StateEntry(string Code, string Name, string Adjective, string? Capital);
