using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading;

/// <summary>One sentence as the parser sees it. Reused from sentence to sentence.</summary>
internal sealed class SentenceWords(WordMemory memory)
{
    private readonly int[] _slots = new int[Reader.SentenceTokensMax];
    private readonly byte[] _tags = new byte[Reader.SentenceTokensMax];
    private readonly Upos[] _upos = new Upos[Reader.SentenceTokensMax];

    internal int Count { get; private set; }

    /// <summary>What is known of words by themselves.</summary>
    internal WordMemory Memory => memory;

    /// <summary>Where the words stand in the memory.</summary>
    internal ReadOnlySpan<int> Slots => _slots.AsSpan(0, Count);

    /// <summary>The tagger's classes.</summary>
    internal Span<byte> Tags => _tags.AsSpan(0, Count);

    internal ReadOnlySpan<Upos> Upos => _upos.AsSpan(0, Count);

    /// <summary>Begins the next sentence.</summary>
    internal void Start()
    {
        Count = 0;
        memory.StartSentence();
    }

    /// <summary>Adds the sentence's next word.</summary>
    internal void Add(ReadOnlySpan<char> form) => _slots[Count++] = memory.SlotOf(form);

    /// <summary>To be called when <see cref="Tags"/> are set.</summary>
    internal void TakeTags(TagSet tagSet)
    {
        for (var i = 0; i < Count; i++) _upos[i] = tagSet[_tags[i]].Upos;
    }
}
