using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>Tells an equal submission from a changed one.</summary>
internal static class ContentHash
{
    /// <summary>SHA-256 of title, text, outlet, address and publication time; null for a withdrawal, which has none.</summary>
    /// <param name="submission">The submission.</param>
    internal static byte[]? Of(Submission submission)
    {
        if (submission.Text is null) return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, submission.PublishedAt.UtcTicks);
        hash.AppendData(number);
        foreach (var part in (ReadOnlySpan<string?>)[submission.Title, submission.Outlet, submission.Url, submission.Text])
        {
            // Each part with its length before it (-1 for none), so that no two lists of parts are the same bytes.
            var bytes = part is null ? null : Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt64LittleEndian(number, bytes?.Length ?? -1);
            hash.AppendData(number);
            hash.AppendData(bytes ?? []);
        }
        return hash.GetHashAndReset();
    }
}
