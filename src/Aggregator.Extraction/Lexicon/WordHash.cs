using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aggregator.Extraction.Lexicon;

/// <summary>A word's hash for tables in memory, the same in every run. It does not defend against words made to collide.</summary>
internal static class WordHash
{
    /// <summary>The hash of a word's units as they are: four at a time; the last four of a word may overlap those before.</summary>
    internal static uint Of(ReadOnlySpan<char> word)
    {
        ref var units = ref MemoryMarshal.GetReference(word);
        var hash = (ulong)word.Length;
        if (word.Length >= 4)
        {
            for (var at = 0; at < word.Length - 4; at += 4) hash = Mix(hash ^ FourAt(ref units, at));
            hash ^= FourAt(ref units, word.Length - 4);
        }
        else
        {
            foreach (var unit in word) hash = (hash << 16) | unit;
        }
        return (uint)(Mix(hash) >> 32);
    }

    private static ulong FourAt(ref char units, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref units, at)));

    private static ulong Mix(ulong hash)
    {
        hash *= 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
