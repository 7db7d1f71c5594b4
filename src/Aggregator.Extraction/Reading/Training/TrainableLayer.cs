using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>A layer of the encoder while it learns; <see cref="EncoderLayer"/> says what it does.</summary>
internal sealed class TrainableLayer
{
    private const int Width = NetworkShape.Width;
    private const int Half = Width / 2;

    private readonly bool _isGated;
    private readonly float[] _normed = new float[(Reader.SentenceTokensMax + 2) * Width];
    private readonly float[] _scales = new float[Reader.SentenceTokensMax];
    private readonly float[] _values;
    private readonly float[] _slopes;
    private readonly float[] _memories = new float[Reader.SentenceTokensMax * Width];
    private readonly float[] _normedSlopes = new float[(Reader.SentenceTokensMax + 2) * Width];

    internal TrainableLayer(int layer, Random random)
    {
        var (inner, columns) = NetworkShape.OfLayer(layer);
        _isGated = NetworkShape.IsGated[layer];
        Weights = new Parameter(inner, columns, Math.Sqrt(3.0 / inner), random);
        Bias = new Parameter(1, columns, 0, random);
        _values = new float[Reader.SentenceTokensMax * columns];
        _slopes = new float[Reader.SentenceTokensMax * columns];
    }

    internal Parameter Weights { get; }

    internal Parameter Bias { get; }

    /// <summary>Writes what is known of the words behind this layer.</summary>
    internal void Forward(ReadOnlySpan<float> stream, int count, Span<float> next)
    {
        Norms.Forward(stream, count, _normed, _scales);
        for (var word = 0; word < count; word++) Bias.Values.CopyTo(_values.AsSpan(word * Bias.Columns));
        Products.Add(Input(_normed), Width, 1, Weights.Values, Weights.Columns, _values, Weights.Columns, (count, Weights.Rows, Weights.Columns));
        stream[..(count * Width)].CopyTo(next);
        if (_isGated) ForwardGated(count, next);
        else
            for (var i = 0; i < count * Width; i++) next[i] += MathF.Max(0, _values[i]);
    }

    /// <summary>Adds to the gradients, and to the slopes of the stream, which hold those behind the layer.</summary>
    internal void Backward(ReadOnlySpan<float> stream, int count, Span<float> streamSlopes)
    {
        if (_isGated) BackwardGated(count, streamSlopes);
        else
            for (var i = 0; i < count * Width; i++) _slopes[i] = _values[i] > 0 ? streamSlopes[i] : 0;
        for (var i = 0; i < count * Bias.Columns; i++) Bias.Gradients[i % Bias.Columns] += _slopes[i];
        Products.Add(Input(_normed), 1, Width, _slopes, Weights.Columns, Weights.Gradients, Weights.Columns, (Weights.Rows, count, Weights.Columns));
        _normedSlopes.AsSpan(0, (count + 2) * Width).Clear();
        Products.Add(_slopes, Weights.Columns, 1, Weights.Transposed, Weights.Rows, Input(_normedSlopes), Width, (count, Weights.Columns, Weights.Rows));
        Norms.Backward(stream, _scales, count, _normedSlopes, streamSlopes);
    }

    /// <summary>A window begins a row before its word; the row before the first word is zero.</summary>
    private Span<float> Input(float[] rows) => rows.AsSpan(_isGated ? Width : 0);

    private void ForwardGated(int count, Span<float> next)
    {
        for (var at = 0; at < Width; at++)
        {
            var memory = 0f;
            for (var step = 0; step < count; step++)
            {
                var word = at < Half ? step : count - 1 - step;
                ref var gate = ref _values[(word * 2 * Width) + at];
                gate = 0.5f + (0.5f * gate / MathF.Sqrt(1 + (gate * gate)));
                memory += gate * (_values[(word * 2 * Width) + Width + at] - memory);
                _memories[(word * Width) + at] = memory;
                next[(word * Width) + at] += memory;
            }
        }
    }

    private void BackwardGated(int count, ReadOnlySpan<float> streamSlopes)
    {
        for (var at = 0; at < Width; at++)
        {
            var slope = 0f;
            for (var step = count - 1; step >= 0; step--)
            {
                var word = at < Half ? step : count - 1 - step;
                var before = step == 0 ? 0 : _memories[((at < Half ? word - 1 : word + 1) * Width) + at];
                var (gate, fresh) = (_values[(word * 2 * Width) + at], _values[(word * 2 * Width) + Width + at]);
                slope += streamSlopes[(word * Width) + at];
                var flat = 1 - ((2 * gate) - 1) * ((2 * gate) - 1);
                _slopes[(word * 2 * Width) + at] = slope * (fresh - before) * 0.5f * flat * MathF.Sqrt(MathF.Max(flat, 0));
                _slopes[(word * 2 * Width) + Width + at] = slope * gate;
                slope *= 1 - gate;
            }
        }
    }
}
