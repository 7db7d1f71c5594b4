using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>Turns the trained network into the whole numbers that read.</summary>
internal static class NetworkQuantizer
{
    private const int BitsMax = 12;

    internal static ReadingNetwork ToNetwork(TrainableNetwork network)
    {
        var rows = Enumerable.Range(0, WordFeatures.Count).Select(network.Encoder.RowsOf).ToArray();
        var unit = rows.Max(sort => sort.Max(Math.Abs)) / sbyte.MaxValue;
        return new ReadingNetwork
        {
            Encoder = new Encoder(
                [.. rows.Select((sort, at) => new HashedRows(network.Encoder.KeysOf(at), [.. sort.Select(value => (sbyte)Math.Round(value / unit))]))],
                unit,
                [.. network.Encoder.Layers.Select((layer, at) => new EncoderLayer(NetworkShape.IsGated[at], OfNormed(layer.Weights), layer.Bias.Values))]),
            Tags = ToDecision(OfNormed(network.Tags), network.TagBias, Normalizer.Bits),
            Places = OfNormed(network.Places),
            Absent = ToShares(network.Absent),
            Facts = ToShares(network.Facts),
            Moves = ToDecision(network.Moves),
            Arcs = OfNormed(network.Arcs),
            Root = ToShares(network.Root),
            ArcMoves = ToShares(network.ArcMoves),
            Relations = ToDecision(network.Relations),
        };
    }

    /// <summary>A matrix of normed words: their length is known, so that a column's own length bounds its sums.</summary>
    private static PackedMatrix OfNormed(Parameter weights)
    {
        var longest = 0d;
        for (var column = 0; column < weights.Columns; column++)
        {
            var square = 0d;
            for (var row = 0; row < weights.Rows; row++) square += Math.Pow(weights.Row(row)[column], 2);
            longest = Math.Max(longest, Math.Sqrt(square));
        }
        return ToMatrix(weights, longest * Math.Sqrt(weights.Rows) * (1 << Normalizer.Bits));
    }

    private static Decision ToDecision(TrainableDecision decision)
    {
        var largest = 0d;
        for (var column = 0; column < decision.Weights.Columns; column++)
        {
            var sum = 0d;
            for (var row = 0; row < decision.Weights.Rows; row++) sum += Math.Abs(decision.Weights.Row(row)[column]);
            largest = Math.Max(largest, sum);
        }
        return ToDecision(ToMatrix(decision.Weights, largest * short.MaxValue), decision.Bias, Shares.Bits);
    }

    private static Decision ToDecision(PackedMatrix matrix, Parameter bias, int inputBits) =>
        new(matrix, [.. bias.Values.Select(value => (int)Math.Round(value * (1 << (inputBits + matrix.Bits))))]);

    /// <summary>As many bits as keep the largest sum within half of 32 bits, and each weight within 16.</summary>
    private static PackedMatrix ToMatrix(Parameter weights, double largestSum)
    {
        var largest = weights.Values.Max(Math.Abs);
        var bits = BitsMax;
        while (bits > 0 && (largestSum * (1 << bits) > int.MaxValue / 2.0 || largest * (1 << bits) > short.MaxValue)) bits--;
        return new PackedMatrix(weights.Rows, weights.Columns, bits, [.. weights.Values.Select(value => (short)Math.Round(value * (1 << bits)))]);
    }

    private static short[] ToShares(Parameter rows) =>
        [.. rows.Values.Select(value => (short)Math.Clamp(Math.Round(value * (1 << Shares.Bits)), -Shares.Largest, Shares.Largest))];
}
