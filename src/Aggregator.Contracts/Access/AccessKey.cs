using System.Collections.Immutable;

namespace Aggregator.Access;

/// <summary>A key that callers identify themselves by.</summary>
[GenerateSerializer, Immutable, Alias("access-key")]
public sealed record AccessKey
{
    /// <summary>The key.</summary>
    [Id(0)] public required KeyId Id { get; init; }

    /// <summary>Whose it is or what for, 1 to 100 characters; for people.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>What it may, at least one.</summary>
    [Id(2)] public required ImmutableArray<AccessScope> Scopes { get; init; }

    /// <summary>Its secrets, the newest last; more than one while a rotation overlaps.</summary>
    [Id(3)] public required ImmutableArray<KeySecret> Secrets { get; init; }

    /// <summary>When it was made, UTC.</summary>
    [Id(4)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends by itself, UTC, or null.</summary>
    [Id(5)] public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was taken back, UTC, or null.</summary>
    [Id(6)] public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Requests a minute that it may make, or null for the server's own bound.</summary>
    [Id(7)] public int? RequestsPerMinute { get; init; }

    /// <summary>When it was last used, UTC, to about a minute; null when it never was.</summary>
    [Id(8)] public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Counts changes, from 1; being used is none.</summary>
    [Id(9)] public required int Version { get; init; }
}
