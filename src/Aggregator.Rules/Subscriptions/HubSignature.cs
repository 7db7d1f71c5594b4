using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Subscriptions;

/// <summary>The value of <c>X-Hub-Signature</c> (WebSub, section 7.1): the algorithm's name and an HMAC of the body in hexadecimal digits.</summary>
public static class HubSignature
{
    /// <summary>Signs.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="secret">The secret that the subscriber chose.</param>
    /// <param name="body">The body as sent.</param>
    public static string Of(HubAlgorithm algorithm, string secret, ReadOnlySpan<byte> body)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        return algorithm switch
        {
            HubAlgorithm.Sha256 => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(key, body))}",
            HubAlgorithm.Sha384 => $"sha384={Convert.ToHexStringLower(HMACSHA384.HashData(key, body))}",
            HubAlgorithm.Sha512 => $"sha512={Convert.ToHexStringLower(HMACSHA512.HashData(key, body))}",
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "Not an algorithm."),
        };
    }

    /// <summary>True when the header's value signs the body by an algorithm that is accepted. It takes as long for a wrong one as for a right one.</summary>
    /// <param name="header">The header's value, or null.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="body">The body as it came.</param>
    public static bool IsOf(string? header, string secret, ReadOnlySpan<byte> body)
    {
        foreach (var algorithm in Enum.GetValues<HubAlgorithm>())
        {
            var name = $"{algorithm.ToString().ToLowerInvariant()}=";
            if (header?.Trim() is { } given && given.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(name + given[name.Length..].ToLowerInvariant()), Encoding.ASCII.GetBytes(Of(algorithm, secret, body)));
        }
        return false;
    }
}
