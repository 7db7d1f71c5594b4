using Aggregator.Access;

namespace Aggregator.Store;

/// <summary>Access keys, by the hashes of their secrets.</summary>
public interface IAccessStore
{
    /// <summary>Counts every change of any key; who has seen a number has seen all that it counts.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<long> ReadKeysVersionAsync(CancellationToken cancellation);

    /// <summary>Every key by id, with the version they are of.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<KeyList> ReadKeysAsync(CancellationToken cancellation);

    /// <summary>One key, or null.</summary>
    /// <param name="id">The key.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<AccessKey?> ReadKeyAsync(KeyId id, CancellationToken cancellation);

    /// <summary>Writes a key, but for its last use; false, and nothing written, when its version is not one above the one that stands.</summary>
    /// <param name="key">The key; version 1 creates it.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> PutKeyAsync(AccessKey key, CancellationToken cancellation);

    /// <summary>Notes that a key was used; an earlier moment than the one known changes nothing. False when there is no such key.</summary>
    /// <param name="id">The key.</param>
    /// <param name="usedAt">When, UTC.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> NoteKeyUsedAsync(KeyId id, DateTimeOffset usedAt, CancellationToken cancellation);
}
