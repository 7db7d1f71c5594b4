namespace Aggregator.Access;

/// <summary>Where the command line has keys made: in a store that it opens itself, or by a server that has it open. What is refused is an <see cref="IOException"/>.</summary>
internal interface IKeyDesk : IAsyncDisposable
{
    Task<ShownKey> CreateAsync(KeyRequest request, CancellationToken cancellation);

    Task<IReadOnlyList<ShownKey>> ListAsync(CancellationToken cancellation);

    Task<ShownKey> RotateAsync(KeyId id, TimeSpan overlap, CancellationToken cancellation);

    Task<ShownKey> RevokeAsync(KeyId id, CancellationToken cancellation);
}
