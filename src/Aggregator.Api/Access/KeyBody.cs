using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace Aggregator.Access;

/// <summary>What a key is to be, as a client sends it.</summary>
internal sealed record KeyBody
{
    private const int RequestsPerMinuteMax = 10_000_000;

    /// <summary>Whose it is or what for, 1 to 100 characters.</summary>
    [Required]
    public string? Name { get; init; }

    /// <summary>What it may: read, ingest, manage; manage is everything.</summary>
    [Required]
    public ImmutableArray<AccessScope> Scopes { get; init; }

    /// <summary>When it ends by itself, or null.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Requests a minute that it may make, 1 to 10,000,000; null for the server's own bound.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>What is wrong with it, one sentence; null when nothing is.</summary>
    internal string? Fault(DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(Name) ? "The member name is missing or empty."
        : Name.Length > KeyRule.NameLengthMax || Name.Any(char.IsControl) ? $"The member name is longer than {KeyRule.NameLengthMax} characters or has control characters."
        : Scopes.IsDefaultOrEmpty ? "The member scopes is missing or empty: give read, ingest or manage."
        : ExpiresAt <= now ? "The member expiresAt is not in the future."
        : RequestsPerMinute is < 1 or > RequestsPerMinuteMax ? $"The member requestsPerMinute is not from 1 to {RequestsPerMinuteMax}."
        : null;

    /// <summary>The request; only where there is no fault.</summary>
    internal KeyRequest ToRequest() => new() { Name = Name!.Trim(), Scopes = Scopes, ExpiresAt = ExpiresAt?.ToUniversalTime(), RequestsPerMinute = RequestsPerMinute };
}
