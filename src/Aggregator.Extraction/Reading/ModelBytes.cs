using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Aggregator.Extraction.Reading;

/// <summary>Reads the unpacked part of a model file.</summary>
internal ref struct ModelBytes(ReadOnlySpan<byte> bytes)
{
    private const int VarintBytesMax = 5;
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    internal byte Byte() => _at < _bytes.Length ? _bytes[_at++] : throw Damaged();

    internal uint UInt32()
    {
        if (_bytes.Length - _at < sizeof(uint)) throw Damaged();
        _at += sizeof(uint);
        return BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(_at - sizeof(uint))..]);
    }

    internal uint Varint()
    {
        uint value = 0;
        for (var i = 0; i < VarintBytesMax; i++)
        {
            var part = Byte();
            value |= (uint)(part & 0x7F) << (7 * i);
            if (part < 0x80) return value;
        }
        throw Damaged();
    }

    /// <summary>A count, refused above a bound.</summary>
    internal int Count(int max)
    {
        var count = Varint();
        return count <= max ? (int)count : throw Damaged();
    }

    internal string Text()
    {
        var length = Count(_bytes.Length - _at);
        _at += length;
        return Encoding.UTF8.GetString(_bytes.Slice(_at - length, length));
    }

    /// <summary>Numbers as they are.</summary>
    internal T[] Numbers<T>(int count)
        where T : unmanaged
    {
        var length = count * Marshal.SizeOf<T>();
        if (_bytes.Length - _at < length) throw Damaged();
        _at += length;
        return MemoryMarshal.Cast<byte, T>(_bytes.Slice(_at - length, length)).ToArray();
    }

    internal static InvalidDataException Damaged() => new("The reading model is damaged.");
}
