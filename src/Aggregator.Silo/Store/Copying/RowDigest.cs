using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Store.Copying;

/// <summary>
/// What a table holds, in 256 bits and a count that do not depend on the order of its rows: the sum of every row's SHA-256. The same in both databases where
/// every row is.
/// </summary>
internal sealed class RowDigest
{
    private readonly ulong[] _sum = new ulong[4];

    /// <summary>Rows added.</summary>
    internal long Count { get; private set; }

    /// <summary>The sum in hexadecimal.</summary>
    internal string Text => string.Concat(_sum.Select(part => part.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Adds a row.</summary>
    /// <param name="row">Its values as the target takes them: numbers, flags, texts, bytes, or null.</param>
    internal void Add(IEnumerable<object?> row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in row)
        {
            switch (value)
            {
                case null: Append(hash, 0, []); break;
                case bool flag: Append(hash, 1, Bytes(flag ? 1 : 0)); break;
                case int number: Append(hash, 1, Bytes(number)); break;
                case long number: Append(hash, 1, Bytes(number)); break;
                case string text: Append(hash, 2, Encoding.UTF8.GetBytes(text)); break;
                case byte[] bytes: Append(hash, 3, bytes); break;
                default: throw new InvalidDataException($"A column holds {value.GetType().Name}.");
            }
        }
        Span<byte> result = stackalloc byte[32];
        hash.GetHashAndReset(result);
        for (var part = 0; part < 4; part++) _sum[part] += BinaryPrimitives.ReadUInt64LittleEndian(result[(part * 8)..]);
        Count++;
    }

    private static void Append(IncrementalHash hash, byte kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[9];
        head[0] = kind;
        // With its length before it, so that no two rows are the same bytes.
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }

    private static byte[] Bytes(long number) => BitConverter.GetBytes(number);
}
