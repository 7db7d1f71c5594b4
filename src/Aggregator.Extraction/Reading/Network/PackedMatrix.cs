using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>
/// A matrix of 16-bit weights that many rows of 16-bit numbers are multiplied by. Sums are of 32 bits and never overflow, since the quantizer
/// has chosen the weights' scale so; they are whole numbers, so that every processor comes to the same tags and trees.
/// </summary>
internal sealed class PackedMatrix
{
    private const int Lanes = 16;
    private const int RowsAtOnce = 4;
    private const int CacheLine = 64 / sizeof(short);

    private readonly short[] _packed;
    private readonly int _first;

    /// <param name="inner">Numbers a row has; even.</param>
    /// <param name="columns">Results a row has; a multiple of 16.</param>
    /// <param name="bits">The weights' scale: a weight of 1 is 1 &lt;&lt; bits.</param>
    /// <param name="weights">The weights, column behind column for each of the inner numbers.</param>
    internal PackedMatrix(int inner, int columns, int bits, short[] weights)
    {
        if (inner % 2 != 0 || columns % Lanes != 0 || weights.Length != inner * columns) throw new InvalidDataException("The matrix has another shape.");
        (Inner, Columns, Bits, Weights) = (inner, columns, bits, weights);
        // The weights begin at a cache line, so that no vector of them lies across two, and never move.
        _packed = GC.AllocateArray<short>(weights.Length + CacheLine, pinned: true);
        _first = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_packed, 0) / sizeof(short) & (CacheLine - 1));
        for (var i = 0; i < inner; i++)
            for (var column = 0; column < columns; column++)
                _packed[_first + ((i & ~1) * columns) + (column * 2) + (i & 1)] = weights[(i * columns) + column];
    }

    internal int Inner { get; }

    internal int Columns { get; }

    internal int Bits { get; }

    internal short[] Weights { get; }

    /// <summary>Some of its columns as a matrix of their own.</summary>
    internal PackedMatrix Slice(int first, int columns)
    {
        var weights = new short[Inner * columns];
        for (var i = 0; i < Inner; i++) Weights.AsSpan((i * Columns) + first, columns).CopyTo(weights.AsSpan(i * columns));
        return new PackedMatrix(Inner, columns, Bits, weights);
    }

    /// <summary>Multiplies rows.</summary>
    /// <param name="rows">Where the first row begins.</param>
    /// <param name="stride">From one row's beginning to the next one's; less than <see cref="Inner"/> where rows overlap.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="results">Room for count rows of <see cref="Columns"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Multiply(ReadOnlySpan<short> rows, int stride, int count, Span<int> results)
    {
        if (count == 0) return;
        if (rows.Length < ((count - 1) * stride) + Inner || results.Length < count * Columns) throw new ArgumentException("Too little room.", nameof(results));
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var result = ref MemoryMarshal.GetReference(results);
        for (var column = 0; column < Columns;)
        {
            ref var weights = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_packed), _first + (column * 2));
            var vectors = Math.Min(4, (Columns - column) / Lanes);
            if (vectors == 3) vectors = 2;
            for (var done = 0; done < count;)
            {
                // The last four rows are begun early rather than done one by one; what is done twice comes out the same.
                var at = count < RowsAtOnce ? done : Math.Min(done, count - RowsAtOnce);
                ref var from = ref Unsafe.Add(ref row, at * stride);
                ref var to = ref Unsafe.Add(ref result, (at * Columns) + column);
                var isOne = count < RowsAtOnce;
                if (vectors == 4 && !isOne) FourRowsOfFour(ref from, stride, ref weights, ref to);
                else if (vectors == 2 && !isOne) FourRowsOfTwo(ref from, stride, ref weights, ref to);
                else if (!isOne) FourRows(ref from, stride, ref weights, ref to);
                else if (vectors == 4) OneRowOfFour(ref from, ref weights, ref to);
                else if (vectors == 2) OneRowOfTwo(ref from, ref weights, ref to);
                else OneRow(ref from, ref weights, ref to);
                done = at + (isOne ? 1 : RowsAtOnce);
            }
            column += vectors * Lanes;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourRowsOfFour(ref short row, int stride, ref short weights, ref int result)
    {
        Vector512<int> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<int> c0 = default, c1 = default, c2 = default, c3 = default, d0 = default, d1 = default, d2 = default, d3 = default;
        for (var i = 0; i < Inner; i += 2)
        {
            var (w0, w1) = (Load(ref weights, 0), Load(ref weights, 1));
            var (w2, w3) = (Load(ref weights, 2), Load(ref weights, 3));
            var x = Pair(ref Unsafe.Add(ref row, i));
            (a0, a1, a2, a3) = (a0 + Product(x, w0), a1 + Product(x, w1), a2 + Product(x, w2), a3 + Product(x, w3));
            x = Pair(ref Unsafe.Add(ref row, i + stride));
            (b0, b1, b2, b3) = (b0 + Product(x, w0), b1 + Product(x, w1), b2 + Product(x, w2), b3 + Product(x, w3));
            x = Pair(ref Unsafe.Add(ref row, i + (2 * stride)));
            (c0, c1, c2, c3) = (c0 + Product(x, w0), c1 + Product(x, w1), c2 + Product(x, w2), c3 + Product(x, w3));
            x = Pair(ref Unsafe.Add(ref row, i + (3 * stride)));
            (d0, d1, d2, d3) = (d0 + Product(x, w0), d1 + Product(x, w1), d2 + Product(x, w2), d3 + Product(x, w3));
            weights = ref Unsafe.Add(ref weights, 2 * Columns);
        }
        Store(ref result, a0, a1, a2, a3);
        Store(ref Unsafe.Add(ref result, Columns), b0, b1, b2, b3);
        Store(ref Unsafe.Add(ref result, 2 * Columns), c0, c1, c2, c3);
        Store(ref Unsafe.Add(ref result, 3 * Columns), d0, d1, d2, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourRowsOfTwo(ref short row, int stride, ref short weights, ref int result)
    {
        Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var i = 0; i < Inner; i += 2)
        {
            var (w0, w1) = (Load(ref weights, 0), Load(ref weights, 1));
            var x = Pair(ref Unsafe.Add(ref row, i));
            (a0, a1) = (a0 + Product(x, w0), a1 + Product(x, w1));
            x = Pair(ref Unsafe.Add(ref row, i + stride));
            (b0, b1) = (b0 + Product(x, w0), b1 + Product(x, w1));
            x = Pair(ref Unsafe.Add(ref row, i + (2 * stride)));
            (c0, c1) = (c0 + Product(x, w0), c1 + Product(x, w1));
            x = Pair(ref Unsafe.Add(ref row, i + (3 * stride)));
            (d0, d1) = (d0 + Product(x, w0), d1 + Product(x, w1));
            weights = ref Unsafe.Add(ref weights, 2 * Columns);
        }
        Store(ref result, a0, a1);
        Store(ref Unsafe.Add(ref result, Columns), b0, b1);
        Store(ref Unsafe.Add(ref result, 2 * Columns), c0, c1);
        Store(ref Unsafe.Add(ref result, 3 * Columns), d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourRows(ref short row, int stride, ref short weights, ref int result)
    {
        Vector512<int> a = default, b = default, c = default, d = default;
        for (var i = 0; i < Inner; i += 2)
        {
            var w = Load(ref weights, 0);
            a += Product(Pair(ref Unsafe.Add(ref row, i)), w);
            b += Product(Pair(ref Unsafe.Add(ref row, i + stride)), w);
            c += Product(Pair(ref Unsafe.Add(ref row, i + (2 * stride))), w);
            d += Product(Pair(ref Unsafe.Add(ref row, i + (3 * stride))), w);
            weights = ref Unsafe.Add(ref weights, 2 * Columns);
        }
        a.StoreUnsafe(ref result);
        b.StoreUnsafe(ref Unsafe.Add(ref result, Columns));
        c.StoreUnsafe(ref Unsafe.Add(ref result, 2 * Columns));
        d.StoreUnsafe(ref Unsafe.Add(ref result, 3 * Columns));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneRowOfFour(ref short row, ref short weights, ref int result)
    {
        Vector512<int> a0 = default, a1 = default, a2 = default, a3 = default;
        for (var i = 0; i < Inner; i += 2)
        {
            var x = Pair(ref Unsafe.Add(ref row, i));
            (a0, a1) = (a0 + Product(x, Load(ref weights, 0)), a1 + Product(x, Load(ref weights, 1)));
            (a2, a3) = (a2 + Product(x, Load(ref weights, 2)), a3 + Product(x, Load(ref weights, 3)));
            weights = ref Unsafe.Add(ref weights, 2 * Columns);
        }
        Store(ref result, a0, a1, a2, a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneRowOfTwo(ref short row, ref short weights, ref int result)
    {
        Vector512<int> a0 = default, a1 = default;
        for (var i = 0; i < Inner; i += 2)
        {
            var x = Pair(ref Unsafe.Add(ref row, i));
            (a0, a1) = (a0 + Product(x, Load(ref weights, 0)), a1 + Product(x, Load(ref weights, 1)));
            weights = ref Unsafe.Add(ref weights, 2 * Columns);
        }
        Store(ref result, a0, a1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneRow(ref short row, ref short weights, ref int result)
    {
        Vector512<int> a = default;
        for (var i = 0; i < Inner; i += 2)
        {
            a += Product(Pair(ref Unsafe.Add(ref row, i)), Load(ref weights, 0));
            weights = ref Unsafe.Add(ref weights, 2 * Columns);
        }
        a.StoreUnsafe(ref result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref int result, Vector512<int> v0, Vector512<int> v1)
    {
        v0.StoreUnsafe(ref result);
        v1.StoreUnsafe(ref result, Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref int result, Vector512<int> v0, Vector512<int> v1, Vector512<int> v2, Vector512<int> v3)
    {
        v0.StoreUnsafe(ref result);
        v1.StoreUnsafe(ref result, Lanes);
        v2.StoreUnsafe(ref result, 2 * Lanes);
        v3.StoreUnsafe(ref result, 3 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Load(ref short weights, int vector) => Vector512.LoadUnsafe(ref weights, (nuint)(vector * Vector512<short>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Pair(ref short at) => Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref at))).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Product(Vector512<short> pairs, Vector512<short> weights) => Avx512BW.IsSupported
        ? Avx512BW.MultiplyAddAdjacent(pairs, weights)
        : Vector512.Create(Product(pairs.GetLower(), weights.GetLower()), Product(pairs.GetUpper(), weights.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Product(Vector256<short> pairs, Vector256<short> weights)
    {
        if (Avx2.IsSupported) return Avx2.MultiplyAddAdjacent(pairs, weights);
        // The even numbers stand in the lower half of each pair, wherever the processor keeps them.
        var even = ((pairs.AsInt32() << 16) >> 16) * ((weights.AsInt32() << 16) >> 16);
        return even + ((pairs.AsInt32() >> 16) * (weights.AsInt32() >> 16));
    }
}
