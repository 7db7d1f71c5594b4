using System.Collections.Immutable;

namespace Aggregator.Access;

/// <summary>What a key is to be.</summary>
[GenerateSerializer, Immutable, Alias("key-request")]
public sealed record KeyRequest
{
    /// <summary>Whose it is or what for, 1 to 100 characters.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>What it may, at least one.</summary>
    [Id(1)] public required ImmutableArray<AccessScope> Scopes { get; init; }

    /// <summary>When it ends by itself, UTC, or null.</summary>
    [Id(2)] public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Requests a minute that it may make, or null for the server's own bound.</summary>
    [Id(3)] public int? RequestsPerMinute { get; init; }
}
