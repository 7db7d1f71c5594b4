using Xunit;

namespace Aggregator.Store;

/// <summary>
/// What every store must do. An implementation derives one class that makes stores over one empty place; a store that is made
/// again after the last was closed finds what it left.
/// </summary>
public abstract partial class StoreConformance : IAsyncLifetime
{
    private IStore? _store;

    protected IStore Store => _store ?? throw new InvalidOperationException("Not open.");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A store over the test's place, not yet open.</summary>
    protected abstract IStore Create();

    /// <summary>Clears the place away.</summary>
    protected abstract void Clear();

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        Clear();
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the store and opens it again.</summary>
    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        _store = null;
        _store = await OpenAsync();
    }

    [Fact]
    public async Task Ping_OpenStore_Answers() => await Store.PingAsync(Token);

    [Fact]
    public async Task Open_Twice_IsRefused() => await Assert.ThrowsAsync<InvalidOperationException>(() => Store.OpenAsync(Token));

    [Fact]
    public async Task Use_BeforeOpening_IsRefused()
    {
        await using var closed = Create();
        Assert.Throws<InvalidOperationException>(() => closed.PartitionCount);
        await Assert.ThrowsAsync<InvalidOperationException>(() => closed.PingAsync(Token));
    }

    [Fact]
    public async Task Use_AfterClosing_IsRefused()
    {
        var closed = Store;
        await closed.DisposeAsync();
        _store = null;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => closed.ReadArticleAsync(Samples.Article(1), Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => closed.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token));
    }

    [Fact]
    public async Task Write_CancelledBeforehand_WritesNothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.SubmitAsync([Samples.Submission(1)], Samples.Noon, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadArticleAsync(Samples.Article(1), cancelled));
        Assert.Null(await Store.ReadArticleAsync(Samples.Article(1), Token));
    }

    private async Task<IStore> OpenAsync()
    {
        var store = Create();
        await store.OpenAsync(Token);
        return store;
    }
}
