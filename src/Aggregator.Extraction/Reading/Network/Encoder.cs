using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>Describes each word of a sentence by numbers: first by itself, then with what stands around it.</summary>
internal sealed class Encoder(HashedRows[] features, float unit, EncoderLayer[] layers)
{
    /// <summary>Shares of a word in the first layer: one stretch of <see cref="NetworkShape.Width"/> for each of the three words it is told to.</summary>
    internal const int ShareColumns = 3 * NetworkShape.Width;

    private readonly PackedMatrix _apart = Apart(layers[0].Matrix);

    internal HashedRows[] Features => features;

    /// <summary>What one step of the features' rows is worth.</summary>
    internal float Unit => unit;

    internal EncoderLayer[] Layers => layers;

    /// <summary>Encodes a sentence: its words' numbers stand in the room's normed rows.</summary>
    /// <param name="slots">Where its words stand in the memory.</param>
    /// <param name="memory">What is known of the words by themselves.</param>
    /// <param name="room">Room to work in.</param>
    internal void Encode(ReadOnlySpan<int> slots, WordMemory memory, NetworkRoom room)
    {
        for (var word = 0; word < slots.Length; word++) Start(ref memory.RowOf(slots[word]), ref room.Stream[word * NetworkShape.Width]);
        layers[0].Add(slots, memory, room.Stream);
        foreach (var layer in layers.AsSpan(1))
        {
            Normalizer.Write(room.Stream, slots.Length, room.Normed);
            layer.Add(room.Normed, slots.Length, room.Sums, room.Stream);
        }
        Normalizer.Write(room.Stream, slots.Length, room.Normed);
    }

    /// <summary>Works out what words are by themselves.</summary>
    /// <param name="words">The words.</param>
    /// <param name="slots">Where each belongs.</param>
    /// <param name="room">Room to work in.</param>
    /// <param name="rows">Takes the sum of a word's rows at its slot.</param>
    /// <param name="shares">Takes the word's shares in the first layer at its slot.</param>
    internal void Learn(ReadOnlySpan<WordTraits> words, ReadOnlySpan<int> slots, NetworkRoom room, Span<short> rows, Span<int> shares)
    {
        for (var word = 0; word < words.Length; word++)
        {
            ref var row = ref rows[slots[word] * NetworkShape.Width];
            Sum(words[word], ref row);
            Start(ref row, ref room.Stream[word * NetworkShape.Width]);
        }
        Normalizer.Write(room.Stream, words.Length, room.Normed);
        _apart.Multiply(room.Normed.AsSpan(NetworkShape.Width), NetworkShape.Width, words.Length, room.Sums);
        for (var word = 0; word < words.Length; word++)
            room.Sums.AsSpan(word * ShareColumns, ShareColumns).CopyTo(shares[(slots[word] * ShareColumns)..]);
    }

    /// <summary>The first layer's weights side by side, so that a word can be multiplied before its neighbours are known.</summary>
    private static PackedMatrix Apart(PackedMatrix first)
    {
        const int Width = NetworkShape.Width;
        var weights = new short[first.Weights.Length];
        for (var row = 0; row < first.Inner; row++)
            first.Weights.AsSpan(row * Width, Width).CopyTo(weights.AsSpan((row % Width * ShareColumns) + (row / Width * Width)));
        return new PackedMatrix(Width, ShareColumns, first.Bits, weights);
    }

    /// <summary>Begins a word's stream with the sum of its rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Start(ref short row, ref float stream)
    {
        for (nuint at = 0; at < NetworkShape.Width; at += (nuint)Vector512<short>.Count)
        {
            var (low, high) = Vector512.Widen(Vector512.LoadUnsafe(ref row, at));
            (Vector512.ConvertToSingle(low) * Vector512.Create(unit)).StoreUnsafe(ref stream, at);
            (Vector512.ConvertToSingle(high) * Vector512.Create(unit)).StoreUnsafe(ref stream, at + (nuint)Vector512<float>.Count);
        }
    }

    /// <summary>Adds up the rows of a word's features.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(in WordTraits word, ref short sum)
    {
        ref var row0 = ref Unsafe.AsRef(in features[0].RowOf(WordFeatures.Of(word, 0)));
        ref var row1 = ref Unsafe.AsRef(in features[1].RowOf(WordFeatures.Of(word, 1)));
        ref var row2 = ref Unsafe.AsRef(in features[2].RowOf(WordFeatures.Of(word, 2)));
        ref var row3 = ref Unsafe.AsRef(in features[3].RowOf(WordFeatures.Of(word, 3)));
        ref var row4 = ref Unsafe.AsRef(in features[4].RowOf(WordFeatures.Of(word, 4)));
        ref var row5 = ref Unsafe.AsRef(in features[5].RowOf(WordFeatures.Of(word, 5)));
        ref var row6 = ref Unsafe.AsRef(in features[6].RowOf(WordFeatures.Of(word, 6)));
        for (nuint at = 0; at < NetworkShape.Width; at += (nuint)Vector128<sbyte>.Count)
            (Wide(ref row0, at) + Wide(ref row1, at) + Wide(ref row2, at) + Wide(ref row3, at) + Wide(ref row4, at) + Wide(ref row5, at) + Wide(ref row6, at))
                .StoreUnsafe(ref sum, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Wide(ref sbyte row, nuint at)
    {
        var bytes = Vector128.LoadUnsafe(ref row, at);
        return Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));
    }
}
