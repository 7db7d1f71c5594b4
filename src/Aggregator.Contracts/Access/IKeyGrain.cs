using System.Collections.Immutable;

namespace Aggregator.Access;

/// <summary>
/// Keeps the access keys. Whoever makes a secret hands on its hash alone, so that no secret travels between nodes. Stateless; key 0.
/// </summary>
[Alias("aggregator.keys")]
public interface IKeyGrain : IGrainWithIntegerKey
{
    /// <summary>All keys; null when nothing changed since a version.</summary>
    /// <param name="since">The version that the caller has; -1 for none.</param>
    [Alias("read")]
    Task<KeyList?> ReadAsync(long since);

    /// <summary>Makes a key.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="request">What it is to be.</param>
    /// <param name="hash">The hash of its secret.</param>
    [Alias("create")]
    Task<KeyReply> CreateAsync(KeyId id, KeyRequest request, string hash);

    /// <summary>Gives a key a new secret; the one it had works on for a while.</summary>
    /// <param name="id">The key.</param>
    /// <param name="hash">The hash of the new secret.</param>
    /// <param name="overlap">How long the old one works on; zero ends it at once.</param>
    [Alias("rotate")]
    Task<KeyReply> RotateAsync(KeyId id, string hash, TimeSpan overlap);

    /// <summary>Takes a key back; again changes nothing.</summary>
    /// <param name="id">The key.</param>
    [Alias("revoke")]
    Task<KeyReply> RevokeAsync(KeyId id);

    /// <summary>Notes when keys were last used.</summary>
    /// <param name="used">The moments by key.</param>
    [Alias("used")]
    Task NoteUsedAsync(ImmutableDictionary<KeyId, DateTimeOffset> used);
}
