using System.Security.Cryptography;

namespace Aggregator.Intake;

/// <summary>What a source remembers of its subscription at a hub: above all the token and the secret, which only the hub is told.</summary>
/// <param name="Hub">The hub.</param>
/// <param name="Topic">The address that the hub knows the feed by.</param>
internal sealed record PushMemory(string Hub, string Topic)
{
    private const int TokenBytes = 24;
    private const int SecretBytes = 32;

    /// <summary>What makes the callback's address unguessable; null before the hub was first asked, and after it denied.</summary>
    public string? Token { get; init; }

    /// <summary>Signs what the hub pushes, or null like the token.</summary>
    public string? Secret { get; init; }

    /// <summary>The callback's address as the hub was told it, or null like the token.</summary>
    public string? Callback { get; init; }

    /// <summary>When the hub was asked and has not answered since, UTC, or null.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When the hub is asked next, UTC.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>How often in a row the hub could not be asked, or did not confirm.</summary>
    public int FailureCount { get; init; }

    /// <summary>New articles pushed since the last poll: they count in the feed's rate.</summary>
    public int NewCount { get; init; }

    /// <summary>With a token and a secret; those that it has stay as long as the server's address does.</summary>
    /// <param name="server">This server's public address.</param>
    /// <param name="source">The source.</param>
    internal PushMemory Addressed(string server, SourceId source)
    {
        if (Token is not null && Callback == PushAddress.Of(server, source, Token)) return this;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        return this with { Token = token, Secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)), Callback = PushAddress.Of(server, source, token) };
    }

    /// <summary>True for the token of this subscription. It takes as long for a wrong one as for the right one.</summary>
    internal bool IsOf(string token) =>
        Token is { } own && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(own), System.Text.Encoding.UTF8.GetBytes(token));
}
