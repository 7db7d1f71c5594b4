using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>The encoder while it learns. Some of its numbers are hidden at random, so that none is relied on alone.</summary>
internal sealed class TrainableEncoder
{
    private const int Width = NetworkShape.Width;
    private const int NumbersMax = Reader.SentenceTokensMax * Width;
    private const double RowSpread = 0.15;

    private readonly Parameter[] _rows = new Parameter[WordFeatures.Count];
    private readonly Dictionary<uint, int>[] _rowOf = new Dictionary<uint, int>[WordFeatures.Count];
    private readonly int[] _rowsUsed = new int[Reader.SentenceTokensMax * WordFeatures.Count];
    private readonly TrainableLayer[] _layers;
    private readonly float[][] _streams;
    private readonly float[] _firstMask = new float[NumbersMax];
    private readonly float[] _lastMask = new float[NumbersMax];
    private readonly float[] _normed = new float[NumbersMax + (2 * Width)];
    private readonly float[] _scales = new float[Reader.SentenceTokensMax];
    private readonly float[] _slopes = new float[NumbersMax];
    private readonly float[] _normedSlopes = new float[NumbersMax + (2 * Width)];
    private readonly TrainingOptions _options;

    /// <param name="counts">How often each hash of each sort occurs.</param>
    /// <param name="options">How to train.</param>
    /// <param name="random">Where the first values come from.</param>
    internal TrainableEncoder(IReadOnlyList<IReadOnlyDictionary<uint, int>> counts, TrainingOptions options, Random random)
    {
        _options = options;
        for (var sort = 0; sort < WordFeatures.Count; sort++)
        {
            _rowOf[sort] = counts[sort].Where(count => count.Key != 0 && count.Value >= options.FeatureCountMin).Select(count => count.Key).Order()
                .Take(ushort.MaxValue - 1).Select((key, at) => (key, at)).ToDictionary(pair => pair.key, pair => pair.at + 1);
            _rows[sort] = new Parameter(_rowOf[sort].Count + 1, Width, RowSpread, random, isSparse: true);
        }
        _layers = [.. Enumerable.Range(0, NetworkShape.IsGated.Length).Select(layer => new TrainableLayer(layer, random))];
        _streams = [.. Enumerable.Range(0, _layers.Length + 1).Select(_ => new float[NumbersMax])];
    }

    internal IEnumerable<Parameter> Parameters => [.. _rows, .. _layers.SelectMany(layer => (Parameter[])[layer.Weights, layer.Bias])];

    internal IReadOnlyList<TrainableLayer> Layers => _layers;

    /// <summary>The words' numbers, normed, one word behind the other.</summary>
    internal ReadOnlySpan<float> Words => _normed.AsSpan(Width);

    /// <summary>The hashes of a sort, in rising order, which is the order of their rows.</summary>
    internal uint[] KeysOf(int sort) => [.. _rowOf[sort].OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    /// <summary>The rows of a sort, that of unknown hashes first.</summary>
    internal float[] RowsOf(int sort) => _rows[sort].Values;

    internal void Forward(ReadOnlySpan<WordTraits> words, Random random)
    {
        var count = words.Length;
        var first = _streams[0].AsSpan(0, count * Width);
        first.Clear();
        for (var word = 0; word < count; word++)
        {
            for (var sort = 0; sort < WordFeatures.Count; sort++)
            {
                var row = _rowOf[sort].GetValueOrDefault(WordFeatures.Of(words[word], sort));
                if (WordFeatures.NamesWord(sort) && random.NextDouble() < _options.WordsHidden) row = 0;
                _rowsUsed[(word * WordFeatures.Count) + sort] = row;
                var values = _rows[sort].Row(row);
                for (var i = 0; i < Width; i++) first[(word * Width) + i] += values[i];
            }
        }
        Hide(first, _firstMask, random);
        for (var layer = 0; layer < _layers.Length; layer++) _layers[layer].Forward(_streams[layer], count, _streams[layer + 1]);
        Norms.Forward(_streams[^1], count, _normed, _scales);
        Hide(_normed.AsSpan(Width, count * Width), _lastMask, random);
    }

    /// <summary>Adds to all gradients.</summary>
    /// <param name="wordSlopes">How the loss changes with <see cref="Words"/>.</param>
    /// <param name="count">How many words.</param>
    internal void Backward(ReadOnlySpan<float> wordSlopes, int count)
    {
        var slopes = _slopes.AsSpan(0, count * Width);
        slopes.Clear();
        for (var i = 0; i < slopes.Length; i++) _normedSlopes[Width + i] = wordSlopes[i] * _lastMask[i];
        Norms.Backward(_streams[^1], _scales, count, _normedSlopes, slopes);
        for (var layer = _layers.Length - 1; layer >= 0; layer--) _layers[layer].Backward(_streams[layer], count, slopes);
        for (var i = 0; i < slopes.Length; i++) slopes[i] *= _firstMask[i];
        for (var at = 0; at < count * WordFeatures.Count; at++)
        {
            var gradient = _rows[at % WordFeatures.Count].GradientRow(_rowsUsed[at]);
            var own = slopes.Slice(at / WordFeatures.Count * Width, Width);
            for (var i = 0; i < Width; i++) gradient[i] += own[i];
        }
    }

    private void Hide(Span<float> numbers, Span<float> mask, Random random)
    {
        var kept = 1 / (1 - _options.NumbersHidden);
        for (var i = 0; i < numbers.Length; i++)
        {
            mask[i] = random.NextSingle() < _options.NumbersHidden ? 0 : kept;
            numbers[i] *= mask[i];
        }
    }
}
