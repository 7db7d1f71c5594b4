namespace Aggregator.Extraction.Reading;

/// <summary>
/// Which universal tags a frequent word may have, as a set of bits. Words are known by their hash.
/// </summary>
internal sealed class TagDictionary
{
    private const uint UnknownMark = 1u << 31;
    private const int FreeSlots = 4;
    private readonly Entry[] _slots;

    internal TagDictionary(IReadOnlyList<Entry> entries)
    {
        Entries = entries;
        _slots = new Entry[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(entries.Count * FreeSlots) + 1)];
        foreach (var entry in entries) _slots[SlotOf(entry.Word)] = entry;
    }

    /// <summary>All words, in no particular order.</summary>
    internal IReadOnlyList<Entry> Entries { get; }

    /// <summary>Sets what the dictionary knows of a word; for an unknown one its class is of its shape and ending.</summary>
    internal void LookUp(ref WordTraits traits)
    {
        ref readonly var entry = ref _slots[SlotOf(traits.Word)];
        var isKnown = entry.TagSet != 0;
        traits.Class = isKnown ? entry.TagSet : UnknownMark | FeatureHash.Feature(0, traits.Shape, traits.Suffix2);
    }

    private int SlotOf(uint word)
    {
        var mask = _slots.Length - 1;
        var slot = (int)((word * 0x9E3779B1) >> 7) & mask;
        while (_slots[slot].TagSet != 0 && _slots[slot].Word != word) slot = (slot + 1) & mask;
        return slot;
    }

    /// <summary>A word and the tags it may have.</summary>
    internal readonly record struct Entry(uint Word, uint TagSet);
}
