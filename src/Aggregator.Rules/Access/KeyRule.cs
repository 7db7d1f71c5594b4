using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Access;

/// <summary>What becomes of keys and secrets, and whom they let in.</summary>
public static class KeyRule
{
    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int NameLengthMax = 100;

    /// <summary>Longest that a rotated secret works on.</summary>
    public static readonly TimeSpan OverlapMax = TimeSpan.FromDays(30);

    // Beside the newest: rotating again ends the oldest early.
    private const int OlderCountMax = 2;

    /// <summary>A new key.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="request">What it is to be.</param>
    /// <param name="hash">The hash of its secret.</param>
    /// <param name="now">Now, UTC.</param>
    public static AccessKey Create(KeyId id, KeyRequest request, string hash, DateTimeOffset now) => new()
    {
        Id = id, Name = request.Name, Scopes = [.. request.Scopes.Distinct().Order()], Secrets = [new KeySecret(hash, now)], CreatedAt = now,
        ExpiresAt = request.ExpiresAt, RequestsPerMinute = request.RequestsPerMinute, Version = 1,
    };

    /// <summary>The key with a new secret.</summary>
    /// <param name="key">A live key.</param>
    /// <param name="hash">The hash of the new secret.</param>
    /// <param name="overlap">How long the one it had works on.</param>
    /// <param name="now">Now, UTC.</param>
    public static AccessKey Rotate(AccessKey key, string hash, TimeSpan overlap, DateTimeOffset now) =>
        key with { Secrets = Rotate(key.Secrets, hash, overlap, now), Version = key.Version + 1 };

    /// <summary>The key taken back. Its hashes go with it.</summary>
    /// <param name="key">A live key.</param>
    /// <param name="now">Now, UTC.</param>
    public static AccessKey Revoke(AccessKey key, DateTimeOffset now) => key with { Secrets = [], RevokedAt = now, Version = key.Version + 1 };

    /// <summary>Secrets with a new one; those that still work end after the overlap at the latest, and no more than two stay beside it.</summary>
    /// <param name="secrets">The secrets, the newest last.</param>
    /// <param name="hash">The hash of the new secret; null for none.</param>
    /// <param name="overlap">How long the others work on.</param>
    /// <param name="now">Now, UTC.</param>
    public static ImmutableArray<KeySecret> Rotate(ImmutableArray<KeySecret> secrets, string? hash, TimeSpan overlap, DateTimeOffset now)
    {
        var end = now + overlap;
        var older = secrets.Where(secret => Works(secret, now)).Select(secret => secret.EndsAt < end ? secret : secret with { EndsAt = end })
            .Where(secret => Works(secret, now)).TakeLast(OlderCountMax);
        return hash is null ? [.. older] : [.. older, new KeySecret(hash, now)];
    }

    /// <summary>True while a key was neither revoked nor has expired.</summary>
    /// <param name="key">The key.</param>
    /// <param name="now">Now, UTC.</param>
    public static bool IsLive(AccessKey key, DateTimeOffset now) => key.RevokedAt is null && !(key.ExpiresAt <= now);

    /// <summary>The one of these secrets that was sent, where it works now; else null. Takes as long whichever it is.</summary>
    /// <param name="secrets">The secrets.</param>
    /// <param name="secret">What the caller sent.</param>
    /// <param name="now">Now, UTC.</param>
    public static KeySecret? Find(ImmutableArray<KeySecret> secrets, string secret, DateTimeOffset now)
    {
        var hash = Encoding.ASCII.GetBytes(AccessToken.HashOf(secret));
        KeySecret? found = null;
        foreach (var known in secrets)
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(known.Hash)) & Works(known, now)) found = known;
        return found;
    }

    /// <summary>True while a key lets who sent one of its secrets read.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">The hash of the secret.</param>
    /// <param name="now">Now, UTC.</param>
    public static bool MayRead(AccessKey key, string hash, DateTimeOffset now) =>
        IsLive(key, now) && key.Scopes.Any(scope => scope is AccessScope.Read or AccessScope.Manage) && key.Secrets.Any(secret => secret.Hash == hash && Works(secret, now));

    private static bool Works(KeySecret secret, DateTimeOffset now) => !(secret.EndsAt <= now);
}
