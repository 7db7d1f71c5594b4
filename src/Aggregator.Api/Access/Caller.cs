using System.Security.Claims;
using Aggregator.Wire;

namespace Aggregator.Access;

/// <summary>Who makes a request: a key, a token's subject, whoever has a capability, a caller of this machine, or anybody.</summary>
internal static class Caller
{
    private const string Scope = "aggregator:scope", Kind = "aggregator:kind", Name = "aggregator:name", Rate = "aggregator:rate", Until = "aggregator:until";
    private const int DescribedLengthMax = 100;
    private const string KeyKind = "key", JwtKind = "jwt", LocalKind = "local", CapabilityKind = "capability";

    private static readonly AccessScope[] All = [AccessScope.Read, AccessScope.Ingest, AccessScope.Manage];

    /// <summary>A caller of this machine, where that is open.</summary>
    internal static ClaimsPrincipal Local { get; } = Of(LocalKind, "local", "local", All);

    /// <summary>Anybody, where everybody may read. Not authenticated: what it may not do is answered by asking for a key.</summary>
    internal static ClaimsPrincipal Anybody { get; } = new(new ClaimsIdentity([new Claim(Scope, WireName.From(AccessScope.Read))]));

    internal static ClaimsPrincipal Of(AccessKey key) => Of(KeyKind, key.Id.Value, key.Name, key.Scopes, key.RequestsPerMinute, key.ExpiresAt);

    internal static ClaimsPrincipal OfToken(string subject, IEnumerable<AccessScope> scopes, DateTimeOffset until) => Of(JwtKind, subject, subject, scopes, null, until);

    internal static ClaimsPrincipal OfCapability(string topic, DateTimeOffset? until) => Of(CapabilityKind, topic, topic, [AccessScope.Read], null, until);

    /// <summary>True when the caller has one of the scopes. Who may manage may do the rest.</summary>
    internal static bool Holds(ClaimsPrincipal caller, IReadOnlyCollection<AccessScope> any) => Scopes(caller).Any(scope => scope == AccessScope.Manage || any.Contains(scope));

    internal static IEnumerable<AccessScope> Scopes(ClaimsPrincipal caller) =>
        caller.FindAll(Scope).Select(claim => WireName.TryParse<AccessScope>(claim.Value, out var scope) ? scope : AccessScope.Read);

    /// <summary>True for a key, a token or a capability: what is private is shown to these alone.</summary>
    internal static bool IsKnown(ClaimsPrincipal caller) => caller.FindFirst(Kind)?.Value is KeyKind or JwtKind or CapabilityKind;

    internal static bool IsLocal(ClaimsPrincipal caller) => caller.HasClaim(Kind, LocalKind);

    /// <summary>True for a token of an identity provider.</summary>
    internal static bool IsToken(ClaimsPrincipal caller) => caller.HasClaim(Kind, JwtKind);

    internal static bool CameByCapability(ClaimsPrincipal caller) => caller.HasClaim(Kind, CapabilityKind);

    /// <summary>The key, or null where it was none.</summary>
    internal static KeyId? Key(ClaimsPrincipal caller) =>
        caller.HasClaim(Kind, KeyKind) && KeyId.TryParse(caller.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id) ? id : null;

    /// <summary>The caller's bound on requests a minute, or null for the server's own.</summary>
    internal static int? RequestsPerMinute(ClaimsPrincipal caller) => int.TryParse(caller.FindFirst(Rate)?.Value, out var rate) ? rate : null;

    /// <summary>When the caller may no more, or null.</summary>
    internal static DateTimeOffset? EndsAt(ClaimsPrincipal caller) =>
        long.TryParse(caller.FindFirst(Until)?.Value, out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>What bounds are counted by; null for one that is counted by its address.</summary>
    internal static string? Partition(ClaimsPrincipal caller) =>
        caller.FindFirst(Kind)?.Value is KeyKind or JwtKind ? $"{caller.FindFirst(Kind)!.Value}:{caller.FindFirst(ClaimTypes.NameIdentifier)!.Value}" : null;

    /// <summary>Who it is, for the audit trail.</summary>
    internal static string Describe(ClaimsPrincipal caller) => caller.FindFirst(Kind)?.Value switch
    {
        null => "nobody",
        LocalKind => LocalKind,
        var kind => $"{kind} {Plain(caller.FindFirst(ClaimTypes.NameIdentifier)?.Value)} ({Plain(caller.FindFirst(Name)?.Value)})",
    };

    /// <summary>What others' tokens say of their bearers, on one line and of a bounded length.</summary>
    private static string Plain(string? said) => string.Concat((said ?? "").Take(DescribedLengthMax).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));

    private static ClaimsPrincipal Of(string kind, string id, string name, IEnumerable<AccessScope> scopes, int? rate = null, DateTimeOffset? until = null)
    {
        var identity = new ClaimsIdentity(
            [new Claim(Kind, kind), new Claim(ClaimTypes.NameIdentifier, id), new Claim(Name, name), .. scopes.Select(scope => new Claim(Scope, WireName.From(scope)))], kind);
        if (rate is { } bound) identity.AddClaim(new Claim(Rate, bound.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (until is { } end) identity.AddClaim(new Claim(Until, end.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return new ClaimsPrincipal(identity);
    }
}
