using System.Security.Cryptography;
using Aggregator.Store;

namespace Aggregator.Access;

/// <summary>Keys of a store that this process opens: a folder that nobody serves, or a PostgreSQL, also while nodes run on it.</summary>
internal sealed class StoreDesk : IKeyDesk
{
    private readonly IHost _host;
    private readonly KeyBook _book;

    private StoreDesk(IHost host) => (_host, _book) = (host, new KeyBook(host.Services.GetRequiredService<IStore>(), TimeProvider.System));

    /// <exception cref="StoreUnavailableException">The store can't be opened; the message says why.</exception>
    internal static async Task<StoreDesk> OpenAsync(DirectoryInfo data, CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables("AGGREGATOR_");
        if (string.IsNullOrWhiteSpace(builder.Configuration["Store:Postgres"])) builder.Services.AddSqliteStore(data.FullName);
        else builder.Services.AddPostgresStore();
        var host = builder.Build();
        await host.Services.GetRequiredService<IStore>().OpenAsync(cancellation);
        return new StoreDesk(host);
    }

    public async Task<ShownKey> CreateAsync(KeyRequest request, CancellationToken cancellation)
    {
        var token = NewToken();
        return Show(await _book.CreateAsync(token.Id, request, token.Hash, cancellation), token);
    }

    public async Task<IReadOnlyList<ShownKey>> ListAsync(CancellationToken cancellation) =>
        [.. (await _book.ReadAsync(-1, cancellation))!.Keys.Select(key => ShownKey.Of(key))];

    public async Task<ShownKey> RotateAsync(KeyId id, TimeSpan overlap, CancellationToken cancellation)
    {
        var token = NewToken() with { Id = id };
        return Show(await _book.RotateAsync(id, token.Hash, overlap, cancellation), token);
    }

    public async Task<ShownKey> RevokeAsync(KeyId id, CancellationToken cancellation) => Show(await _book.RevokeAsync(id, cancellation), null);

    public async ValueTask DisposeAsync()
    {
        await _host.Services.GetRequiredService<IStore>().DisposeAsync();
        _host.Dispose();
    }

    private static AccessToken NewToken() => AccessToken.Of(RandomNumberGenerator.GetBytes((KeyId.Length / 2) + AccessToken.SecretBytes));

    private static ShownKey Show(KeyReply reply, AccessToken? token) => reply.Refusal switch
    {
        null => ShownKey.Of(reply.Key!, token?.ToString()),
        KeyRefusal.UnknownKey => throw new IOException("There is no such key."),
        KeyRefusal.Ended => throw new IOException("The key was revoked or has expired. Make another."),
        _ => throw new IOException("There are as many keys as there may be. Revoke some that nobody uses."),
    };
}
