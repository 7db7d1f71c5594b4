namespace Aggregator.Extraction.Reading;

/// <summary>The tagger's classes: the pairs of universal and Penn tag that occur in the training text. At most 255.</summary>
internal sealed class TagSet
{
    private readonly (Upos Upos, Penn Penn)[] _pairs;
    private readonly Dictionary<(Upos, Penn), byte> _classes = [];
    private readonly byte[] _ofUpos = new byte[Enum.GetValues<Upos>().Length];

    /// <param name="pairs">The pairs, the most frequent first.</param>
    internal TagSet(IReadOnlyList<(Upos Upos, Penn Penn)> pairs)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pairs.Count, byte.MaxValue, nameof(pairs));
        _pairs = [.. pairs];
        for (var i = _pairs.Length - 1; i >= 0; i--)
        {
            _classes[_pairs[i]] = (byte)i;
            _ofUpos[(int)_pairs[i].Upos] = (byte)i;
        }
    }

    /// <summary>How many classes there are.</summary>
    internal int Count => _pairs.Length;

    /// <summary>What a class stands for.</summary>
    internal (Upos Upos, Penn Penn) this[int tagClass] => _pairs[tagClass];

    /// <summary>The class of a pair; for an unknown pair the most frequent class of its universal tag.</summary>
    internal byte Of(Upos upos, Penn penn) => _classes.GetValueOrDefault((upos, penn), _ofUpos[(int)upos]);
}
