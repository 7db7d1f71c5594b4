using System.Runtime.InteropServices;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>The network's part of a model file: numbers as they are, the least significant byte first.</summary>
internal static class NetworkFile
{
    internal static void Write(BinaryWriter writer, ReadingNetwork network)
    {
        foreach (var rows in network.Encoder.Features)
        {
            writer.Write7BitEncodedInt(rows.Keys.Length);
            Write<uint>(writer, rows.Keys);
            Write<sbyte>(writer, rows.Rows);
        }
        writer.Write(network.Encoder.Unit);
        foreach (var layer in network.Encoder.Layers)
        {
            Write(writer, layer.Matrix);
            Write<float>(writer, layer.Bias);
        }
        Write(writer, network.Tags);
        Write(writer, network.Places);
        Write<short>(writer, network.Absent);
        Write<short>(writer, network.Facts);
        Write(writer, network.Moves);
        Write(writer, network.Arcs);
        Write<short>(writer, network.Root);
        Write<short>(writer, network.ArcMoves);
        Write(writer, network.Relations);
    }

    internal static ReadingNetwork Read(ref ModelBytes bytes)
    {
        const int Width = NetworkShape.Width;
        var features = new HashedRows[WordFeatures.Count];
        for (var sort = 0; sort < features.Length; sort++)
        {
            var keys = bytes.Numbers<uint>(bytes.Count(ushort.MaxValue - 1));
            features[sort] = new HashedRows(keys, bytes.Numbers<sbyte>((keys.Length + 1) * Width));
        }
        var unit = bytes.Numbers<float>(1)[0];
        var layers = new EncoderLayer[NetworkShape.IsGated.Length];
        for (var layer = 0; layer < layers.Length; layer++)
        {
            var (inner, columns) = NetworkShape.OfLayer(layer);
            layers[layer] = new EncoderLayer(NetworkShape.IsGated[layer], ReadMatrix(ref bytes, inner, columns), bytes.Numbers<float>(columns));
        }
        return new ReadingNetwork
        {
            Encoder = new Encoder(features, unit, layers),
            Tags = ReadDecision(ref bytes, Width, NetworkShape.TagColumns),
            Places = ReadMatrix(ref bytes, Width, NetworkShape.PlaceColumns),
            Absent = bytes.Numbers<short>(2 * StateFeatures.PlaceCount * NetworkShape.HiddenWidth),
            Facts = bytes.Numbers<short>(StateFeatures.FactCount * NetworkShape.HiddenWidth),
            Moves = ReadDecision(ref bytes, NetworkShape.HiddenWidth, Transitions.Count),
            Arcs = ReadMatrix(ref bytes, Width, NetworkShape.ArcColumns),
            Root = bytes.Numbers<short>(NetworkShape.ArcWidth),
            ArcMoves = bytes.Numbers<short>(Transitions.Count * NetworkShape.ArcWidth),
            Relations = ReadDecision(ref bytes, NetworkShape.ArcWidth, NetworkShape.RelationColumns),
        };
    }

    private static void Write(BinaryWriter writer, Decision decision)
    {
        Write(writer, decision.Matrix);
        Write<int>(writer, decision.Bias);
    }

    private static void Write(BinaryWriter writer, PackedMatrix matrix)
    {
        writer.Write((byte)matrix.Bits);
        Write<short>(writer, matrix.Weights);
    }

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> numbers)
        where T : unmanaged => writer.Write(MemoryMarshal.AsBytes(numbers));

    private static Decision ReadDecision(ref ModelBytes bytes, int inner, int columns) => new(ReadMatrix(ref bytes, inner, columns), bytes.Numbers<int>(columns));

    private static PackedMatrix ReadMatrix(ref ModelBytes bytes, int inner, int columns)
    {
        var bits = bytes.Byte();
        return new PackedMatrix(inner, columns, bits, bytes.Numbers<short>(inner * columns));
    }
}
