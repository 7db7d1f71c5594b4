using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Subscriptions;

/// <summary>Signs a webhook as Standard Webhooks 1.0 says (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).</summary>
public static class WebhookSignature
{
    /// <summary>The value of <c>webhook-signature</c>: one <c>v1,…</c> for each secret, parted by spaces.</summary>
    /// <param name="secrets">One or more secrets.</param>
    /// <param name="messageId">The message's id.</param>
    /// <param name="seconds">The value of <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The body as sent.</param>
    /// <exception cref="ArgumentException">A secret is not one.</exception>
    public static string Of(IEnumerable<string> secrets, string messageId, long seconds, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{messageId}.{seconds}."));
        var signed = new byte[head.Length + body.Length];
        head.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(head.Length));
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), signed))}"));
    }

    private static byte[] KeyOf(string secret) => WebhookSecret.TryRead(secret, out var key) ? key : throw new ArgumentException("Not a webhook secret.", nameof(secret));
}
