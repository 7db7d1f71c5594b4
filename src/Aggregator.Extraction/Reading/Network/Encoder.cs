using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>Describes each word of a sentence by numbers: first by itself, then with what stands around it.</summary>
internal sealed class Encoder(HashedRows[] features, float unit, EncoderLayer[] layers)
{
    internal HashedRows[] Features => features;

    /// <summary>What one step of the features' rows is worth.</summary>
    internal float Unit => unit;

    internal EncoderLayer[] Layers => layers;

    /// <summary>Encodes a sentence: its words' numbers stand in the room's normed rows.</summary>
    internal void Encode(ReadOnlySpan<WordTraits> words, NetworkRoom room)
    {
        for (var word = 0; word < words.Length; word++) Sum(words[word], ref room.Stream[word * NetworkShape.Width]);
        foreach (var layer in layers)
        {
            Normalizer.Write(room.Stream, words.Length, room.Normed);
            layer.Add(room.Normed, words.Length, room.Sums, room.Stream);
        }
        Normalizer.Write(room.Stream, words.Length, room.Normed);
    }

    /// <summary>Adds up the rows of a word's features.</summary>
    private void Sum(in WordTraits word, ref float stream)
    {
        ref var row0 = ref Unsafe.AsRef(in features[0].RowOf(WordFeatures.Of(word, 0)));
        ref var row1 = ref Unsafe.AsRef(in features[1].RowOf(WordFeatures.Of(word, 1)));
        ref var row2 = ref Unsafe.AsRef(in features[2].RowOf(WordFeatures.Of(word, 2)));
        ref var row3 = ref Unsafe.AsRef(in features[3].RowOf(WordFeatures.Of(word, 3)));
        ref var row4 = ref Unsafe.AsRef(in features[4].RowOf(WordFeatures.Of(word, 4)));
        ref var row5 = ref Unsafe.AsRef(in features[5].RowOf(WordFeatures.Of(word, 5)));
        ref var row6 = ref Unsafe.AsRef(in features[6].RowOf(WordFeatures.Of(word, 6)));
        for (nuint at = 0; at < NetworkShape.Width; at += (nuint)Vector128<sbyte>.Count)
        {
            var sum = Wide(ref row0, at) + Wide(ref row1, at) + Wide(ref row2, at) + Wide(ref row3, at) + Wide(ref row4, at) + Wide(ref row5, at) + Wide(ref row6, at);
            var (low, high) = Vector256.Widen(sum);
            (Vector256.ConvertToSingle(low) * Vector256.Create(unit)).StoreUnsafe(ref stream, at);
            (Vector256.ConvertToSingle(high) * Vector256.Create(unit)).StoreUnsafe(ref stream, at + (nuint)Vector256<float>.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Wide(ref sbyte row, nuint at)
    {
        var bytes = Vector128.LoadUnsafe(ref row, at);
        return Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));
    }
}
