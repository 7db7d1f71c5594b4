using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Intake;

/// <summary>
/// Makes the id of an article that brings none of its own: of its source and the source's id for it, else of its address.
/// The same article gets the same id whenever and by whatever way it comes in again.
/// </summary>
public static class ArticleIdentity
{
    /// <summary>The id of a source's article.</summary>
    /// <param name="source">The source.</param>
    /// <param name="ownId">The source's own id for it; not empty.</param>
    public static ArticleId Of(SourceId source, string ownId)
    {
        ArgumentException.ThrowIfNullOrEmpty(ownId);
        return ArticleId.Parse($"{source.Value}~{Hash(ownId)}");
    }

    /// <summary>The id of an article that has only an address. http and https, with and without "www." are one.</summary>
    /// <param name="canonicalUrl">As <see cref="CanonicalUrl"/> gives it.</param>
    public static ArticleId Of(string canonicalUrl)
    {
        ArgumentException.ThrowIfNullOrEmpty(canonicalUrl);
        var start = canonicalUrl.IndexOf("://", StringComparison.Ordinal);
        var place = start < 0 ? canonicalUrl : canonicalUrl[(start + 3)..];
        if (place.StartsWith("www.", StringComparison.Ordinal)) place = place[4..];
        return ArticleId.Parse($"url~{Hash(place)}");
    }

    /// <summary>24 characters that stand for 96 bits: no two of a billion articles will share them.</summary>
    private static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..12]);
    }
}
