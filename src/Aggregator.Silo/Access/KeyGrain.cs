using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Aggregator.Access;

/// <summary>Keeps the keys for nodes that have no store.</summary>
[StatelessWorker]
internal sealed class KeyGrain(KeyBook book) : Grain, IKeyGrain
{
    public Task<KeyList?> ReadAsync(long since) => book.ReadAsync(since, CancellationToken.None);

    public Task<KeyReply> CreateAsync(KeyId id, KeyRequest request, string hash) => book.CreateAsync(id, request, hash, CancellationToken.None);

    public Task<KeyReply> RotateAsync(KeyId id, string hash, TimeSpan overlap) => book.RotateAsync(id, hash, overlap, CancellationToken.None);

    public Task<KeyReply> RevokeAsync(KeyId id) => book.RevokeAsync(id, CancellationToken.None);

    public Task NoteUsedAsync(ImmutableDictionary<KeyId, DateTimeOffset> used) => book.NoteUsedAsync(used, CancellationToken.None);
}
