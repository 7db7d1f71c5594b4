using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Access;

/// <summary>A key as the command line shows it, and as a server tells it.</summary>
internal sealed record ShownKey
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? OverlapEndsAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>The whole token, where it was made just now; else null.</summary>
    public string? Token { get; init; }

    internal static ShownKey Of(AccessKey key, string? token = null) => new()
    {
        Id = key.Id.Value, Name = key.Name, Scopes = [.. key.Scopes.Select(WireName.From)], CreatedAt = key.CreatedAt, OverlapEndsAt = key.Secrets.Max(secret => secret.EndsAt),
        ExpiresAt = key.ExpiresAt, RevokedAt = key.RevokedAt, LastUsedAt = key.LastUsedAt, Token = token,
    };
}

/// <summary>A server's answers, and what it is sent.</summary>
internal sealed record ShownKeys(IReadOnlyList<ShownKey> Keys);

/// <inheritdoc cref="ShownKeys"/>
internal sealed record NewKeyRequest(string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt, int? RequestsPerMinute);

/// <inheritdoc cref="ShownKeys"/>
internal sealed record RotateRequest(int OverlapSeconds);

/// <inheritdoc cref="ShownKeys"/>
internal sealed record Refusal(string? Title, string? Detail);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ShownKeys))]
[JsonSerializable(typeof(ShownKey))]
[JsonSerializable(typeof(NewKeyRequest))]
[JsonSerializable(typeof(RotateRequest))]
[JsonSerializable(typeof(Refusal))]
internal sealed partial class KeyJson : JsonSerializerContext;
