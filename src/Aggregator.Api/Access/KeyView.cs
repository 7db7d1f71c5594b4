using System.Collections.Immutable;

namespace Aggregator.Access;

/// <summary>A key as it stands, without its secret.</summary>
internal record KeyView
{
    /// <summary>The key; also the part of its token behind <c>agg_</c>.</summary>
    public required KeyId Id { get; init; }

    /// <summary>Whose it is or what for.</summary>
    public required string Name { get; init; }

    /// <summary>What it may.</summary>
    public required ImmutableArray<AccessScope> Scopes { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its newest secret was made, or null when it was revoked.</summary>
    public DateTimeOffset? RotatedAt { get; init; }

    /// <summary>Until when an older secret works beside the newest, or null.</summary>
    public DateTimeOffset? OverlapEndsAt { get; init; }

    /// <summary>When it ends by itself, or null.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was taken back, or null.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When it was last used, to about a minute, or null.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Requests a minute that it may make, or null for the server's own bound.</summary>
    public int? RequestsPerMinute { get; init; }

    internal static KeyView Of(AccessKey key, DateTimeOffset now) => Fill(new KeyView { Id = key.Id, Name = key.Name, Scopes = key.Scopes, CreatedAt = key.CreatedAt }, key, now);

    internal static T Fill<T>(T view, AccessKey key, DateTimeOffset now) where T : KeyView => (T)(view with
    {
        RotatedAt = key.Secrets is [.., var newest] ? newest.CreatedAt : null,
        OverlapEndsAt = key.Secrets.Select(secret => secret.EndsAt).Where(end => end > now).Max(),
        ExpiresAt = key.ExpiresAt,
        RevokedAt = key.RevokedAt,
        LastUsedAt = key.LastUsedAt,
        RequestsPerMinute = key.RequestsPerMinute,
    });
}

/// <summary>A key with its token, which is shown this once.</summary>
internal sealed record NewKeyView : KeyView
{
    /// <summary>What callers send; it can't be read again.</summary>
    public required string Token { get; init; }

    internal static NewKeyView Of(AccessKey key, string token, DateTimeOffset now) =>
        Fill(new NewKeyView { Id = key.Id, Name = key.Name, Scopes = key.Scopes, CreatedAt = key.CreatedAt, Token = token }, key, now);
}

/// <summary>All keys.</summary>
/// <param name="Keys">By id, also those that ended.</param>
internal sealed record KeyListView(ImmutableArray<KeyView> Keys);
