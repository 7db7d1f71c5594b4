using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Reading;

/// <summary>Words that keep their full stop, and what it tells about the end of a sentence.</summary>
internal static class Abbreviations
{
    /// <summary>A name, a number or a month's day follows: the sentence goes on.</summary>
    private static readonly WordTable<string> s_open = Set(
        """
        mr mrs ms dr prof gen lt col maj capt cmdr cpl sgt adm brig sen rep gov pres amb rev fr hon st mt ft vs v messrs mme mlle
        sheikh det insp supt cpt pvt spc msgr bros fig eq vol cf approx al viz op dist
        jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
        """);

    /// <summary>May end a sentence: the next word decides.</summary>
    private static readonly WordTable<string> s_either = Set(
        "inc ltd co corp jr sr etc llc plc bros ave blvd rd dept univ assn est min max ed eds cos sq hrs mins lbs oz a.m p.m am pm ph.d e.g i.e");

    /// <summary>Words that a sentence begins with far more often than a name does.</summary>
    private static readonly WordTable<string> s_starters = Set(
        """
        the a an this that these those he she it they we i you his her its their our my your there here in on at by for from with after
        before when while if as since because although though but and or so yet however meanwhile moreover then now also both all some
        many most no not what who where why how earlier later still even such each one two three according asked speaking last
        """);

    /// <summary>Whether a word keeps its full stop and a name or number follows.</summary>
    internal static bool IsOpen(ReadOnlySpan<char> word) => Contains(s_open, word);

    /// <summary>Whether a word keeps its full stop and may still end its sentence.</summary>
    internal static bool IsEither(ReadOnlySpan<char> word) => Contains(s_either, word);

    /// <summary>Whether a capitalised word tells that a sentence begins.</summary>
    internal static bool IsStarter(ReadOnlySpan<char> word) => Contains(s_starters, word);

    private static bool Contains(WordTable<string> set, ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        return word.Length <= lower.Length && set.Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    private static WordTable<string> Set(string words) =>
        WordTable.Of(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
