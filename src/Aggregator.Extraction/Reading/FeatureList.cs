namespace Aggregator.Extraction.Reading;

/// <summary>Gathers one decision's features; a feature's template is its place in the list.</summary>
internal ref struct FeatureList(Span<uint> features)
{
    private readonly Span<uint> _features = features;

    /// <summary>How many have been added.</summary>
    internal int Count { get; private set; }

    /// <summary>Adds the next template's feature.</summary>
    internal void Add(uint a, uint b = 0, uint c = 0)
    {
        _features[Count] = FeatureHash.Feature((uint)Count, a, b, c);
        Count++;
    }
}
