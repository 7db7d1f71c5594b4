using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Access;

/// <summary>
/// What a caller sends: <c>agg_</c>, the key's id, <c>_</c> and its secret. The secret has 256 random bits, which nobody can try through, so that one SHA-256
/// keeps it as safely as a slow hash would and costs a request a microsecond; the id finds the key without comparing secrets, and may stand in a log.
/// </summary>
/// <param name="Id">The key.</param>
/// <param name="Secret">64 hexadecimal digits in lower case.</param>
public readonly record struct AccessToken(KeyId Id, string Secret)
{
    /// <summary>How every token begins, so that one that leaked is recognised for what it is.</summary>
    public const string Prefix = "agg_";

    /// <summary>How many random bytes a secret is made of.</summary>
    public const int SecretBytes = 32;

    /// <summary>The hash that is kept of it.</summary>
    public string Hash => HashOf(Secret);

    /// <summary>A token of random bytes.</summary>
    /// <param name="random">6 bytes for the id and 32 for the secret, from a source fit for secrets.</param>
    /// <exception cref="ArgumentException">They are not as many.</exception>
    public static AccessToken Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != (KeyId.Length / 2) + SecretBytes) throw new ArgumentException("A token takes 38 random bytes.", nameof(random));
        return new AccessToken(KeyId.Parse(Convert.ToHexStringLower(random[..(KeyId.Length / 2)])), Convert.ToHexStringLower(random[(KeyId.Length / 2)..]));
    }

    /// <summary>Reads a token; false when the text is not one.</summary>
    /// <param name="text">The candidate, or null.</param>
    /// <param name="token">The token read, or the default.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccessToken token)
    {
        token = default;
        if (text is null || text.Length != Prefix.Length + KeyId.Length + 1 + (2 * SecretBytes) || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var end = Prefix.Length + KeyId.Length;
        if (text[end] != '_' || !KeyId.TryParse(text[Prefix.Length..end], out var id) || !IsSecret(text[(end + 1)..])) return false;
        token = new AccessToken(id, text[(end + 1)..]);
        return true;
    }

    /// <summary>True for a text of a secret's form.</summary>
    /// <param name="text">The candidate, or null.</param>
    public static bool IsSecret([NotNullWhen(true)] string? text) =>
        text is { Length: 2 * SecretBytes } && text.All(letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>The hash that is kept of a secret.</summary>
    /// <param name="secret">The secret.</param>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    /// <summary>The whole token, to be shown once.</summary>
    public override string ToString() => $"{Prefix}{Id}_{Secret}";
}
