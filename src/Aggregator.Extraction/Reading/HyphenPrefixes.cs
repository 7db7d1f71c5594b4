using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Reading;

/// <summary>Prefixes that stay one token with the word behind their hyphen.</summary>
internal static class HyphenPrefixes
{
    private static readonly WordTable<string> s_prefixes = WordTable.Of(
    [
        "anti", "cease", "co", "de", "e", "ex", "extra", "hyper", "inter", "intra", "mega", "mid", "mini", "multi", "neo", "non", "pan", "post",
        "pre", "pro", "proto", "pseudo", "quasi", "re", "semi", "sub", "super", "trans", "ultra", "un", "vice",
    ]);

    internal static bool Contains(ReadOnlySpan<char> part)
    {
        Span<char> lower = stackalloc char[8];
        return part.Length <= lower.Length && s_prefixes.Contains(lower[..part.ToLowerInvariant(lower)]);
    }
}
