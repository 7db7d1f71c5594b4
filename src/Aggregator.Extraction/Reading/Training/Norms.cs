using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>Brings each word's numbers to a mean square of one, as <see cref="Normalizer"/> does, and back.</summary>
internal static class Norms
{
    private const int Width = NetworkShape.Width;

    /// <summary>Writes the normed numbers behind a row of zeros, and a row of zeros behind them.</summary>
    internal static void Forward(ReadOnlySpan<float> stream, int count, Span<float> normed, Span<float> scales)
    {
        normed[..((count + 2) * Width)].Clear();
        for (var word = 0; word < count; word++)
        {
            var square = 0f;
            foreach (var value in stream.Slice(word * Width, Width)) square += value * value;
            scales[word] = 1 / MathF.Sqrt((square / Width) + Normalizer.Least);
            for (var i = 0; i < Width; i++) normed[((word + 1) * Width) + i] = stream[(word * Width) + i] * scales[word];
        }
    }

    /// <summary>Adds to the stream's slopes what the normed numbers' slopes ask for.</summary>
    internal static void Backward(
        ReadOnlySpan<float> stream, ReadOnlySpan<float> scales, int count, ReadOnlySpan<float> normedSlopes, Span<float> streamSlopes)
    {
        for (var word = 0; word < count; word++)
        {
            var own = stream.Slice(word * Width, Width);
            var slopes = normedSlopes.Slice((word + 1) * Width, Width);
            var along = 0f;
            for (var i = 0; i < Width; i++) along += slopes[i] * own[i];
            along *= scales[word] * scales[word] / Width;
            for (var i = 0; i < Width; i++) streamSlopes[(word * Width) + i] += scales[word] * (slopes[i] - (own[i] * along));
        }
    }
}
