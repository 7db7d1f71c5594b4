using System.IO.Compression;

namespace Aggregator.Intake;

/// <summary>Documents that were stored or sent gzipped without a header that says so.</summary>
internal static class GzipBytes
{
    internal static bool Are(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, ..];

    /// <summary>Inflates within a limit; false when more comes out, or it is broken.</summary>
    internal static bool TryInflate(ReadOnlyMemory<byte> bytes, int sizeMax, out ReadOnlyMemory<byte> inflated)
    {
        inflated = default;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes.ToArray(), writable: false), CompressionMode.Decompress);
            using var result = new MemoryStream();
            var buffer = new byte[81_920];
            for (var count = gzip.Read(buffer); count > 0; count = gzip.Read(buffer))
            {
                if (result.Length + count > sizeMax) return false;
                result.Write(buffer, 0, count);
            }
            inflated = result.ToArray();
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
