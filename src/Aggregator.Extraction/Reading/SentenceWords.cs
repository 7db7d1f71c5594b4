namespace Aggregator.Extraction.Reading;

/// <summary>One sentence as the parser sees it. Reused from sentence to sentence.</summary>
internal sealed class SentenceWords
{
    private readonly WordTraits[] _traits = new WordTraits[Reader.SentenceTokensMax];
    private readonly byte[] _tags = new byte[Reader.SentenceTokensMax];
    private readonly Upos[] _upos = new Upos[Reader.SentenceTokensMax];

    internal int Count { get; private set; }

    internal Span<WordTraits> Traits => _traits.AsSpan(0, Count);

    /// <summary>The tagger's classes.</summary>
    internal Span<byte> Tags => _tags.AsSpan(0, Count);

    internal ReadOnlySpan<Upos> Upos => _upos.AsSpan(0, Count);

    internal void Start(int count) => Count = count;

    /// <summary>To be called when <see cref="Tags"/> are set.</summary>
    internal void TakeTags(TagSet tagSet)
    {
        for (var i = 0; i < Count; i++) _upos[i] = tagSet[_tags[i]].Upos;
    }
}
