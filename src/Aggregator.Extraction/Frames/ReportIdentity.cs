using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Intake;
using Aggregator.Wire;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Makes the ids of an article's reports: a hash of the article, the kind and the quoted words without spacing and case, and a number
/// among equals. The same account keeps its id in every revision of the article.
/// </summary>
internal sealed class ReportIdentity(ArticleId article)
{
    private const int HashBytes = 10;

    /// <summary>Longer accounts are put together outside the stack.</summary>
    private const int RoomMax = 1024;
    private readonly Dictionary<string, int> _equals = new(StringComparer.Ordinal);

    /// <summary>The id of the next report.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="words">The words that tell it and the sentence around them.</param>
    public ReportId Next(EventKind kind, ReadOnlySpan<char> words)
    {
        Span<char> normal = words.Length <= RoomMax ? stackalloc char[RoomMax] : new char[words.Length];
        var account = $"{article.Value}\n{WireName.From(kind)}\n{normal[..Normalise(words, normal)]}";
        var ordinal = _equals.TryGetValue(account, out var earlier) ? earlier + 1 : 0;
        _equals[account] = ordinal;
        var length = Encoding.UTF8.GetByteCount(account);
        Span<byte> bytes = length <= RoomMax ? stackalloc byte[RoomMax + sizeof(int)] : new byte[length + sizeof(int)];
        Encoding.UTF8.GetBytes(account, bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[length..], ordinal);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..(length + sizeof(int))], hash);
        return ReportId.Parse("r-" + Convert.ToHexStringLower(hash[..HashBytes]));
    }

    /// <summary>Writes letters and digits alone, in small letters; returns how many.</summary>
    private static int Normalise(ReadOnlySpan<char> words, Span<char> normal)
    {
        var length = 0;
        foreach (var letter in words)
            if (char.IsLetterOrDigit(letter)) normal[length++] = char.ToLowerInvariant(letter);
        return length;
    }
}
