using Aggregator.Intake;
using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task PutSource_New_IsReadBackWhole()
    {
        Assert.True(await Store.PutSourceAsync(Samples.Source("harbour", polling: """{"etag":"\"1\""}"""), Token));
        Assert.Equal(Samples.Source("harbour", polling: """{"etag":"\"1\""}"""), await Store.ReadSourceAsync(SourceId.Parse("harbour"), Token));
        Assert.Null(await Store.ReadSourceAsync(SourceId.Parse("other"), Token));
    }

    [Fact]
    public async Task PutSource_VersionThatDoesNotFollow_IsRefused()
    {
        Assert.False(await Store.PutSourceAsync(Samples.Source("harbour", 2), Token));
        Assert.True(await Store.PutSourceAsync(Samples.Source("harbour"), Token));
        Assert.True(await Store.PutSourceAsync(Samples.Source("harbour", 2, "second"), Token));
        foreach (var version in (long[])[1, 2, 4]) Assert.False(await Store.PutSourceAsync(Samples.Source("harbour", version, "refused"), Token));
        Assert.Equal(Samples.Source("harbour", 2, "second"), await Store.ReadSourceAsync(SourceId.Parse("harbour"), Token));
    }

    [Fact]
    public async Task PutSource_TooMuchToRemember_IsRefused()
    {
        Assert.True(await Store.PutSourceAsync(Samples.Source("harbour", polling: new string('x', 65_536)), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutSourceAsync(Samples.Source("harbour", 2, new string('x', 65_537)), Token));
    }

    [Fact]
    public async Task ReadSources_InPages_ById()
    {
        foreach (var id in (string[])["c", "a", "b"]) await Store.PutSourceAsync(Samples.Source(id), Token);
        await ReopenAsync();
        Assert.Equal([Samples.Source("a"), Samples.Source("b")], await Store.ReadSourcesAsync(null, 2, Token));
        Assert.Equal([Samples.Source("c")], await Store.ReadSourcesAsync(SourceId.Parse("b"), 2, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadSourcesAsync(null, 0, Token));
    }

    [Fact]
    public async Task DeleteSource_Known_IsGoneAndCanBeCreatedAgain()
    {
        await Store.PutSourceAsync(Samples.Source("harbour"), Token);
        Assert.True(await Store.DeleteSourceAsync(SourceId.Parse("harbour"), Token));
        Assert.False(await Store.DeleteSourceAsync(SourceId.Parse("harbour"), Token));
        Assert.Null(await Store.ReadSourceAsync(SourceId.Parse("harbour"), Token));
        Assert.True(await Store.PutSourceAsync(Samples.Source("harbour"), Token));
    }
}
