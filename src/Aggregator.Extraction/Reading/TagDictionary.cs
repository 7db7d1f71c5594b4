using System.Collections.Frozen;

namespace Aggregator.Extraction.Reading;

/// <summary>Which universal tags a frequent word may have, as a set of bits. Words are known by their hash.</summary>
internal sealed class TagDictionary(IEnumerable<KeyValuePair<uint, uint>> tagSets)
{
    private const uint UnknownMark = 1u << 31;
    private readonly FrozenDictionary<uint, uint> _tagSets = tagSets.ToFrozenDictionary();

    /// <summary>The words with their tag sets, in no particular order.</summary>
    internal IEnumerable<KeyValuePair<uint, uint>> Entries => _tagSets;

    /// <summary>A value for the word's possible tags; for an unknown word one of its shape and ending.</summary>
    internal uint ClassOf(in WordTraits traits) => _tagSets.TryGetValue(traits.Word, out var set)
        ? set
        : UnknownMark | FeatureHash.Feature(0, traits.Shape, traits.Suffix2);
}
