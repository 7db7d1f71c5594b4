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
    private readonly Dictionary<string, int> _equals = new(StringComparer.Ordinal);

    /// <summary>The id of the next report.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="words">The words that tell it and the sentence around them.</param>
    public ReportId Next(EventKind kind, ReadOnlySpan<char> words)
    {
        var account = $"{article.Value}\n{WireName.From(kind)}\n{Normalise(words)}";
        var ordinal = _equals.TryGetValue(account, out var earlier) ? earlier + 1 : 0;
        _equals[account] = ordinal;
        var bytes = new byte[Encoding.UTF8.GetByteCount(account) + sizeof(int)];
        Encoding.UTF8.GetBytes(account, bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(bytes.Length - sizeof(int)), ordinal);
        return ReportId.Parse("r-" + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, HashBytes)));
    }

    private static string Normalise(ReadOnlySpan<char> words)
    {
        var normal = new StringBuilder(words.Length);
        foreach (var letter in words)
            if (char.IsLetterOrDigit(letter)) normal.Append(char.ToLowerInvariant(letter));
        return normal.ToString();
    }
}
