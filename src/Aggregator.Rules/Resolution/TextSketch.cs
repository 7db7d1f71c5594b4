using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>
/// A MinHash sketch of a text's runs of four words: the share of equal places of two sketches estimates how much of their texts is the
/// same, to about 0.09 either way.
/// </summary>
public static class TextSketch
{
    /// <summary>The share of equal places from which two texts are copies of one.</summary>
    public const double CopyFrom = 0.5;

    private const int HashCount = 32;
    private const int RunLength = 4;
    private const int WordCountMax = 4_000;

    /// <summary>The sketch; empty for a text of fewer than 24 words, which proves nothing.</summary>
    /// <param name="text">A text; words after the 4,000th are left out.</param>
    public static ImmutableArray<uint> Of(string text)
    {
        var words = WordScan.Scan(text).Take(WordCountMax).Select(word => Hash(text.AsSpan(word.Start, word.Length))).ToList();
        if (words.Count < 24) return [];
        var least = new uint[HashCount];
        Array.Fill(least, uint.MaxValue);
        for (var at = 0; at + RunLength <= words.Count; at++)
        {
            var run = 0UL;
            for (var word = 0; word < RunLength; word++) run = Mix(run + words[at + word]);
            for (var hash = 0; hash < HashCount; hash++) least[hash] = Math.Min(least[hash], (uint)(Mix(run + (ulong)hash * 0x9E3779B97F4A7C15) >> 32));
        }
        return [.. least];
    }

    /// <summary>How much of two texts is the same, 0 to 1; 0 where either sketch is empty.</summary>
    /// <param name="left">A sketch.</param>
    /// <param name="right">Another.</param>
    public static double Likeness(ImmutableArray<uint> left, ImmutableArray<uint> right)
    {
        if (left.IsDefaultOrEmpty || right.IsDefaultOrEmpty || left.Length != right.Length) return 0;
        var same = 0;
        for (var at = 0; at < left.Length; at++)
            if (left[at] == right[at]) same++;
        return same / (double)left.Length;
    }

    // FNV-1a over lower-case letters.
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in word) hash = (hash ^ char.ToLowerInvariant(letter)) * 0x100000001B3;
        return hash;
    }

    // The finisher of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
