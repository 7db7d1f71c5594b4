using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>
/// Products of matrices. Each result is summed in the order of the inner index, each step rounded once where the processor can, so that the width of its
/// registers changes nothing.
/// </summary>
internal static class Products
{
    private const int Lanes = 8;
    private const int RowsAtOnce = 4;

    /// <summary>Adds to <c>c[row, column]</c> the sum over the inner index of <c>a[row, inner] * b[inner, column]</c>.</summary>
    /// <param name="a">The first matrix.</param>
    /// <param name="aRow">Its step from row to row.</param>
    /// <param name="aInner">Its step from inner index to inner index.</param>
    /// <param name="b">The second matrix.</param>
    /// <param name="bInner">Its step from inner index to inner index; its columns stand together.</param>
    /// <param name="c">The sum, whose rows may overlap.</param>
    /// <param name="cRow">Its step from row to row.</param>
    /// <param name="size">Rows, inner indexes, and columns, which are a multiple of 8.</param>
    internal static void Add(
        ReadOnlySpan<float> a, int aRow, int aInner, ReadOnlySpan<float> b, int bInner, Span<float> c, int cRow, (int Rows, int Inner, int Columns) size)
    {
        if (size.Rows == 0 || size.Inner == 0) return;
        if (size.Columns % Lanes != 0 || a.Length <= ((size.Rows - 1) * aRow) + ((size.Inner - 1) * aInner)
            || b.Length < ((size.Inner - 1) * bInner) + size.Columns || c.Length < ((size.Rows - 1) * cRow) + size.Columns)
            throw new ArgumentException("The matrices are too small.", nameof(size));
        for (var column = 0; column < size.Columns;)
        {
            ref var to = ref Unsafe.Add(ref MemoryMarshal.GetReference(c), column);
            ref var right = ref Unsafe.Add(ref MemoryMarshal.GetReference(b), column);
            var isWide = column + (2 * Lanes) <= size.Columns;
            for (var row = 0; row < size.Rows;)
            {
                ref var left = ref Unsafe.Add(ref MemoryMarshal.GetReference(a), row * aRow);
                ref var sum = ref Unsafe.Add(ref to, row * cRow);
                if (isWide && row + RowsAtOnce <= size.Rows)
                {
                    AddFourRows(ref left, aRow, aInner, ref right, bInner, ref sum, cRow, size.Inner);
                    row += RowsAtOnce;
                    continue;
                }
                AddRow(ref left, aInner, ref right, bInner, ref sum, size.Inner);
                if (isWide) AddRow(ref left, aInner, ref Unsafe.Add(ref right, Lanes), bInner, ref Unsafe.Add(ref sum, Lanes), size.Inner);
                row++;
            }
            column += isWide ? 2 * Lanes : Lanes;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFourRows(ref float a, int aRow, int aInner, ref float b, int bInner, ref float c, int cRow, int inner)
    {
        Vector256<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var i = 0; i < inner; i++)
        {
            var right0 = Vector256.LoadUnsafe(ref b);
            var right1 = Vector256.LoadUnsafe(ref b, Lanes);
            var left = Vector256.Create(a);
            a0 = Vector256.FusedMultiplyAdd(left, right0, a0);
            a1 = Vector256.FusedMultiplyAdd(left, right1, a1);
            left = Vector256.Create(Unsafe.Add(ref a, aRow));
            b0 = Vector256.FusedMultiplyAdd(left, right0, b0);
            b1 = Vector256.FusedMultiplyAdd(left, right1, b1);
            left = Vector256.Create(Unsafe.Add(ref a, 2 * aRow));
            c0 = Vector256.FusedMultiplyAdd(left, right0, c0);
            c1 = Vector256.FusedMultiplyAdd(left, right1, c1);
            left = Vector256.Create(Unsafe.Add(ref a, 3 * aRow));
            d0 = Vector256.FusedMultiplyAdd(left, right0, d0);
            d1 = Vector256.FusedMultiplyAdd(left, right1, d1);
            a = ref Unsafe.Add(ref a, aInner);
            b = ref Unsafe.Add(ref b, bInner);
        }
        // One after the other: where rows overlap, each adds to what the one before has stored.
        Store(ref c, a0, a1);
        Store(ref Unsafe.Add(ref c, cRow), b0, b1);
        Store(ref Unsafe.Add(ref c, 2 * cRow), c0, c1);
        Store(ref Unsafe.Add(ref c, 3 * cRow), d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRow(ref float a, int aInner, ref float b, int bInner, ref float c, int inner)
    {
        Vector256<float> sum = default;
        for (var i = 0; i < inner; i++)
        {
            sum = Vector256.FusedMultiplyAdd(Vector256.Create(a), Vector256.LoadUnsafe(ref b), sum);
            a = ref Unsafe.Add(ref a, aInner);
            b = ref Unsafe.Add(ref b, bInner);
        }
        (Vector256.LoadUnsafe(ref c) + sum).StoreUnsafe(ref c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float at, Vector256<float> sum0, Vector256<float> sum1)
    {
        (Vector256.LoadUnsafe(ref at) + sum0).StoreUnsafe(ref at);
        (Vector256.LoadUnsafe(ref at, Lanes) + sum1).StoreUnsafe(ref at, Lanes);
    }
}
