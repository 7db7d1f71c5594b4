using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Aggregator.Subscriptions;

/// <summary>A secret that webhooks are signed with, as Standard Webhooks writes it: <c>whsec_</c> and the key in base64.</summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int MadeBytes = 32;

    /// <summary>Shortest and longest key, in bytes, as Standard Webhooks has them.</summary>
    private const int BytesMin = 24, BytesMax = 64;

    /// <summary>A new secret, from the system's source of randomness.</summary>
    public static string Make() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(MadeBytes));

    /// <summary>The key in a secret; false when the text is not one.</summary>
    /// <param name="secret">The secret, or null.</param>
    /// <param name="key">24 to 64 bytes.</param>
    public static bool TryRead([NotNullWhen(true)] string? secret, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        if (secret is null || !secret.StartsWith(Prefix, StringComparison.Ordinal) || secret.Length > Prefix.Length + BytesMax * 2) return false;
        var buffer = new byte[BytesMax * 2];
        if (!Convert.TryFromBase64String(secret[Prefix.Length..], buffer, out var count) || count is < BytesMin or > BytesMax) return false;
        key = buffer[..count];
        return true;
    }
}
