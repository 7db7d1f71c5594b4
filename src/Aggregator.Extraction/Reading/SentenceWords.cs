namespace Aggregator.Extraction.Reading;

/// <summary>One sentence as the parser sees it. Reused from sentence to sentence.</summary>
internal sealed class SentenceWords
{
    private readonly WordTraits[] _traits = new WordTraits[Reader.SentenceTokensMax];
    private readonly byte[] _tags = new byte[Reader.SentenceTokensMax];
    private readonly Upos[] _upos = new Upos[Reader.SentenceTokensMax];
    private readonly Seen[] _before = new Seen[Reader.SentenceTokensMax + 1];

    internal int Count { get; private set; }

    internal Span<WordTraits> Traits => _traits.AsSpan(0, Count);

    /// <summary>The tagger's classes.</summary>
    internal Span<byte> Tags => _tags.AsSpan(0, Count);

    internal ReadOnlySpan<Upos> Upos => _upos.AsSpan(0, Count);

    internal void Start(int count) => Count = count;

    /// <summary>To be called when <see cref="Tags"/> are set: what lies between two words is counted from running totals.</summary>
    internal void TakeTags(TagSet tagSet)
    {
        var seen = default(Seen);
        for (var i = 0; i < Count; i++)
        {
            _before[i] = seen;
            var (upos, penn) = tagSet[_tags[i]];
            _upos[i] = upos;
            if (upos is Reading.Upos.Verb or Reading.Upos.Aux) seen.Verbs++;
            if (upos is Reading.Upos.Noun or Reading.Upos.Propn or Reading.Upos.Pron) seen.Nouns++;
            if (upos is Reading.Upos.Cconj) seen.Conjunctions++;
            if (upos is Reading.Upos.Sconj || penn is Penn.Wdt or Penn.Wp or Penn.Wrb) seen.Subordinators++;
            if (penn is Penn.Comma) seen.Commas++;
            if (penn is Penn.Colon or Penn.Hyph or Penn.OpenQuote or Penn.CloseQuote or Penn.OpenBracket) seen.OtherMarks++;
        }
        _before[Count] = seen;
    }

    /// <summary>What lies between two words, counts capped at two each, packed.</summary>
    internal uint Between(int left, int right)
    {
        if (left < 0 || right <= left + 1) return 0;
        ref readonly var from = ref _before[left + 1];
        ref readonly var to = ref _before[right];
        return Capped(to.Verbs - from.Verbs) | (Capped(to.Nouns - from.Nouns) << 2)
            | (Capped(to.Conjunctions - from.Conjunctions) << 4) | (Capped(to.Subordinators - from.Subordinators) << 6)
            | (Capped(to.Commas - from.Commas) << 8) | (Capped(to.OtherMarks - from.OtherMarks) << 10);
    }

    private static uint Capped(int count) => (uint)Math.Min(count, 2);

    private struct Seen
    {
        internal short Verbs, Nouns, Conjunctions, Subordinators, Commas, OtherMarks;
    }
}
