namespace Aggregator.Extraction.Reading;

/// <summary>
/// Hashes of words and of features. A feature is a template's number with up to three values; 32 bits of its hash stand for
/// it everywhere, in the model file too, so a change here makes every trained model worthless.
/// </summary>
internal static class FeatureHash
{
    private const ulong MixA = 0xFF51AFD7ED558CCD;
    private const ulong MixB = 0xC4CEB9FE1A85EC53;
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const uint WordSeed = 2166136261;
    private const uint WordPrime = 16777619;

    /// <summary>The value of a feature; never zero, which marks an empty slot.</summary>
    internal static uint Feature(uint template, uint a, uint b = 0, uint c = 0)
    {
        var hash = (((ulong)a << 32) | b) + (template * Golden);
        hash = (hash ^ (hash >> 31)) * MixA;
        hash = (hash ^ (hash >> 32) ^ c) * MixB;
        return (uint)(hash >> 32) | 1;
    }

    /// <summary>The hash of a word's <see cref="Fold">folded</see> units.</summary>
    internal static uint Word(ReadOnlySpan<char> form)
    {
        var hash = WordSeed;
        foreach (var unit in form) hash = (hash ^ Fold(unit)) * WordPrime;
        return hash ^ (hash >> 15);
    }

    /// <summary>FNV-1a over units that are folded already.</summary>
    internal static uint Folded(ReadOnlySpan<char> folded)
    {
        var hash = WordSeed;
        foreach (var unit in folded) hash = (hash ^ unit) * WordPrime;
        return hash ^ (hash >> 15);
    }

    /// <summary>The unit as features see it: lower case, digits as zero, typographic quotes and dashes as plain ones.</summary>
    internal static char Fold(char unit)
    {
        if (char.IsAsciiLetterLower(unit)) return unit;
        if (char.IsAsciiLetterUpper(unit)) return (char)(unit | 0x20);
        if (char.IsDigit(unit)) return '0';
        return unit switch
        {
            '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
            '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => '"',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
            < '\u0080' => unit,
            _ => char.ToLowerInvariant(unit),
        };
    }
}
