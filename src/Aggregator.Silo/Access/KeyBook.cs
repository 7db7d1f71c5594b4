using System.Collections.Immutable;
using Aggregator.Store;

namespace Aggregator.Access;

/// <summary>Changes the keys of a store: what the grain does, and the command line where it has the store to itself.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">Tells the time.</param>
public sealed class KeyBook(IStore store, TimeProvider clock)
{
    /// <summary>Most keys that are neither revoked nor expired: every node holds them all in memory.</summary>
    public const int LiveCountMax = 10_000;

    private const int TryCountMax = 5;

    /// <summary>All keys; null when nothing changed since a version.</summary>
    /// <param name="since">The version that the caller has; -1 for none.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task<KeyList?> ReadAsync(long since, CancellationToken cancellation) =>
        since >= 0 && await store.ReadKeysVersionAsync(cancellation) == since ? null : await store.ReadKeysAsync(cancellation);

    /// <summary>Makes a key.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="request">What it is to be.</param>
    /// <param name="hash">The hash of its secret.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task<KeyReply> CreateAsync(KeyId id, KeyRequest request, string hash, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var keys = await store.ReadKeysAsync(cancellation);
        if (keys.Keys.Count(key => KeyRule.IsLive(key, now)) >= LiveCountMax) return new KeyReply(null, KeyRefusal.TooMany);
        var key = KeyRule.Create(id, request, hash, now);
        return await store.PutKeyAsync(key, cancellation) ? new KeyReply(key) : throw new StaleActivationException($"The key {id} is there already.");
    }

    /// <summary>Gives a key a new secret.</summary>
    /// <param name="id">The key.</param>
    /// <param name="hash">The hash of the new secret.</param>
    /// <param name="overlap">How long the one it had works on.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public Task<KeyReply> RotateAsync(KeyId id, string hash, TimeSpan overlap, CancellationToken cancellation) =>
        ChangeAsync(id, (key, now) => KeyRule.IsLive(key, now) ? KeyRule.Rotate(key, hash, overlap, now) : null, cancellation);

    /// <summary>Takes a key back; again changes nothing.</summary>
    /// <param name="id">The key.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public Task<KeyReply> RevokeAsync(KeyId id, CancellationToken cancellation) =>
        ChangeAsync(id, (key, now) => key.RevokedAt is null ? KeyRule.Revoke(key, now) : key, cancellation);

    /// <summary>Notes when keys were last used.</summary>
    /// <param name="used">The moments by key.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task NoteUsedAsync(ImmutableDictionary<KeyId, DateTimeOffset> used, CancellationToken cancellation)
    {
        foreach (var (id, moment) in used) await store.NoteKeyUsedAsync(id, moment, cancellation);
    }

    /// <summary>Changes a key as it stands; null from the change refuses it. Where another was faster it is read and changed anew.</summary>
    private async Task<KeyReply> ChangeAsync(KeyId id, Func<AccessKey, DateTimeOffset, AccessKey?> change, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= TryCountMax; attempt++)
        {
            if (await store.ReadKeyAsync(id, cancellation) is not { } key) return new KeyReply(null, KeyRefusal.UnknownKey);
            if (change(key, clock.GetUtcNow()) is not { } changed) return new KeyReply(null, KeyRefusal.Ended);
            if (changed == key || await store.PutKeyAsync(changed, cancellation)) return new KeyReply(changed);
        }
        throw new StaleActivationException($"Others change the key {id} all the time.");
    }
}
