using Microsoft.IdentityModel.Tokens;

namespace Aggregator.Access;

/// <summary>How JSON Web Tokens of an identity provider are read; configuration section <c>Access:Jwt</c>. Without an authority or a file none is.</summary>
public sealed class JwtOptions
{
    private const int KeyBytesMin = 32;

    /// <summary>The issuer, whose keys are found through its OpenID Connect metadata (<c>https://login.example.org/realms/news</c>).</summary>
    public string? Authority { get; set; }

    /// <summary>The issuer that tokens must name; null for the one of the authority's metadata, or any where there is no authority.</summary>
    public string? Issuer { get; set; }

    /// <summary>The audience that tokens must name.</summary>
    public string? Audience { get; set; }

    /// <summary>A file with the secret that tokens are signed with (HMAC), 32 bytes or more.</summary>
    public string? KeyFile { get; set; }

    /// <summary>A file with the public keys that tokens are signed with (JWKS), instead of an authority.</summary>
    public string? KeySetFile { get; set; }

    /// <summary>The claim that tells scopes, as a text with blanks between them or as a list. Default <c>scope</c>.</summary>
    public string ScopeClaim { get; set; } = "scope";

    /// <summary>What that claim calls <see cref="AccessScope.Read"/>.</summary>
    public string ReadScope { get; set; } = "read";

    /// <summary>What that claim calls <see cref="AccessScope.Ingest"/>.</summary>
    public string IngestScope { get; set; } = "ingest";

    /// <summary>What that claim calls <see cref="AccessScope.Manage"/>.</summary>
    public string ManageScope { get; set; } = "manage";

    internal bool IsOn => Authority is not null || KeyFile is not null || KeySetFile is not null;

    internal IEnumerable<string> Faults()
    {
        if (!IsOn) yield break;
        if (string.IsNullOrWhiteSpace(Audience)) yield return "set Audience, so that tokens made for others are refused.";
        if (Authority is not null && (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == "https" || authority.IsLoopback)))
            yield return "Authority must be an https address.";
        if (KeyFile is not null && (!File.Exists(KeyFile) || new FileInfo(KeyFile).Length < KeyBytesMin)) yield return $"KeyFile must be a file of {KeyBytesMin} bytes or more.";
        if (KeySetFile is not null && (!File.Exists(KeySetFile) || !CanReadKeys())) yield return "KeySetFile must be a file with a JSON Web Key Set.";
    }

    /// <summary>The keys of the files; empty where an authority has them.</summary>
    internal IEnumerable<SecurityKey> ReadKeys()
    {
        if (KeyFile is not null) yield return new SymmetricSecurityKey(File.ReadAllBytes(KeyFile).AsSpan().TrimEnd("\r\n"u8).ToArray());
        if (KeySetFile is null) yield break;
        foreach (var key in new JsonWebKeySet(File.ReadAllText(KeySetFile)).GetSigningKeys()) yield return key;
    }

    private bool CanReadKeys()
    {
        try
        {
            return new JsonWebKeySet(File.ReadAllText(KeySetFile!)).GetSigningKeys().Count > 0;
        }
        catch (Exception fault) when (fault is ArgumentException or System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
