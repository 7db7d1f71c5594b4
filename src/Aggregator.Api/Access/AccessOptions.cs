using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Aggregator.Access;

/// <summary>Who may come in, and how often; configuration section <c>Access</c>.</summary>
public sealed class AccessOptions : IValidatableObject
{
    /// <summary>
    /// True lets nobody in without a key, also from this machine. Default false: a server that listens on loopback addresses alone is open to callers of this machine.
    /// Set by the host where it listens elsewhere.
    /// </summary>
    public bool KeysRequired { get; set; }

    /// <summary>True lets everybody read what is not private, without a key, within the bound of an address. Default false.</summary>
    public bool PublicRead { get; set; }

    /// <summary>True serves <c>/metrics</c> without a key, for a network in which only the scraper reaches it. Default false.</summary>
    public bool OpenMetrics { get; set; }

    /// <summary>A file with one token of the form of a key's: a key with every scope that no store keeps, to begin with. Default none.</summary>
    public string? BootstrapKeyFile { get; set; }

    /// <summary>Seconds between looks for changed keys: a revoked key stops working everywhere by then. Default 5.</summary>
    [Range(1, 300)] public int RefreshSeconds { get; set; } = 5;

    /// <summary>Seconds that keys are believed which can't be read anew; then whoever sends one gets 503. Default 30.</summary>
    [Range(1, 3_600)] public int StaleSeconds { get; set; } = 30;

    /// <summary>Requests a minute of one key, where the key has no bound of its own; as many at once after a pause. Default 12,000.</summary>
    [Range(1, 10_000_000)] public int KeyRequestsPerMinute { get; set; } = 12_000;

    /// <summary>Requests a minute of one address without a key, a refused one included. Default 600.</summary>
    [Range(1, 10_000_000)] public int AddressRequestsPerMinute { get; set; } = 600;

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. Default none.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>Origins (<c>https://app.example.org</c>) whose pages may call this server from a browser; <c>*</c> for all. Default none.</summary>
    public IList<string> CorsOrigins { get; } = [];

    /// <summary>Tokens of an identity provider.</summary>
    public JwtOptions Jwt { get; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var proxy in TrustedProxies)
            if (!TryReadNetwork(proxy, out _)) yield return new($"Access:TrustedProxies: '{proxy}' is neither an address nor of the form 10.0.0.0/8.");
        foreach (var origin in CorsOrigins)
            if (origin != "*" && !IsOrigin(origin)) yield return new($"Access:CorsOrigins: '{origin}' is not of the form https://app.example.org.");
        if (BootstrapKeyFile is not null && BootstrapKey.Fault(BootstrapKeyFile) is { } fault) yield return new($"Access:BootstrapKeyFile: {fault}");
        foreach (var wrong in Jwt.Faults()) yield return new($"Access:Jwt: {wrong}");
    }

    internal static bool TryReadNetwork(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network)) return true;
        if (!IPAddress.TryParse(text, out var address)) return false;
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is ("http" or "https") && text.TrimEnd('/') == origin.GetLeftPart(UriPartial.Authority);
}
