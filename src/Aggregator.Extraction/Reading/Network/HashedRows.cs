using System.Numerics;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>Learnt rows of eight-bit numbers, found by hash. The first row is for every hash that has none of its own.</summary>
internal sealed class HashedRows
{
    private const int SlotsPerKey = 3;

    private readonly uint[] _slots;
    private readonly ushort[] _rowOfSlot;
    private readonly int _shift;

    /// <param name="keys">The hashes, in rising order; none is zero. The first has row 1.</param>
    /// <param name="rows">All rows, one behind the other, that of unknown hashes first.</param>
    internal HashedRows(uint[] keys, sbyte[] rows)
    {
        if (rows.Length != (keys.Length + 1) * NetworkShape.Width || keys.Length >= ushort.MaxValue)
            throw new InvalidDataException("Every hash needs one row.");
        (Keys, Rows) = (keys, rows);
        var bits = BitOperations.Log2((uint)(keys.Length * SlotsPerKey) + 1) + 1;
        _shift = 32 - bits;
        _slots = new uint[1 << bits];
        _rowOfSlot = new ushort[1 << bits];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = SlotOf(keys[i]);
            (_slots[slot], _rowOfSlot[slot]) = (keys[i], (ushort)(i + 1));
        }
    }

    internal uint[] Keys { get; }

    internal sbyte[] Rows { get; }

    /// <summary>Where a hash's row begins.</summary>
    internal ref readonly sbyte RowOf(uint key) => ref Rows[_rowOfSlot[SlotOf(key)] * NetworkShape.Width];

    /// <summary>The slot of a key, or the empty one where it would stand, whose row is that of unknown hashes.</summary>
    private int SlotOf(uint key)
    {
        var mask = _slots.Length - 1;
        var slot = (int)((key * 0x9E3779B1) >> _shift);
        while (_slots[slot] != 0 && _slots[slot] != key) slot = (slot + 1) & mask;
        return slot;
    }
}
