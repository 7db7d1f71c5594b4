using System.Collections.Immutable;
using Aggregator.Feeds;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Aggregator.Access;

/// <summary>What a node believes of the keys while they can't be read.</summary>
public sealed class KeyRingTests : IDisposable
{
    private static readonly string s_token = $"agg_0123456789ab_{new string('7', 64)}";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly KeyRing _keys;
    private int _askedCount;
    private Func<Task<KeyList?>> _answer;

    public KeyRingTests()
    {
        Assert.True(AccessToken.TryParse(s_token, out var token));
        var key = KeyRule.Create(token.Id, new KeyRequest { Name = "reader", Scopes = ImmutableArray.Create(AccessScope.Read) }, token.Hash, _clock.GetUtcNow());
        _answer = () => Task.FromResult<KeyList?>(new KeyList(1, [key]));
        var grain = Answering.Make<IKeyGrain>((_, _) =>
        {
            _askedCount++;
            return _answer();
        });
        var options = Options.Create(new AccessOptions());
        _keys = new KeyRing(Answering.Make<IGrainFactory>((_, _) => grain), new BootstrapKey(options, _clock), options, _clock, NullLogger<KeyRing>.Instance);
    }

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task Find_StoreFails_BelievesForAWhileAndAsksOnceASecond()
    {
        Assert.NotNull(await FindAsync());
        _answer = () => Task.FromException<KeyList?>(new TimeoutException("away"));
        _clock.Advance(TimeSpan.FromSeconds(6));
        for (var at = 0; at < 50; at++) Assert.NotNull(await FindAsync());
        Assert.Equal(2, _askedCount);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.NotNull(await FindAsync());
        Assert.Equal(3, _askedCount);
        _clock.Advance(TimeSpan.FromSeconds(30));
        for (var at = 0; at < 50; at++) await Assert.ThrowsAsync<TimeoutException>(FindAsync);
        Assert.Equal(4, _askedCount);
    }

    [Fact]
    public async Task Find_StoreHangs_WaitsOnceAndBelieves()
    {
        Assert.NotNull(await FindAsync());
        _answer = () => new TaskCompletionSource<KeyList?>().Task;
        _clock.Advance(TimeSpan.FromSeconds(6));
        var waiting = Enumerable.Range(0, 20).Select(_ => FindAsync()).ToList();
        Assert.DoesNotContain(waiting, one => one.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2.1));
        Assert.All(await Task.WhenAll(waiting), Assert.NotNull);
        Assert.Equal(2, _askedCount);
    }

    private Task<AccessKey?> FindAsync() => _keys.FindAsync(s_token, TestContext.Current.CancellationToken);
}
