using System.Buffers.Binary;
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

    internal static InvalidDataException Damaged() => new("The reading model is damaged.");
}
