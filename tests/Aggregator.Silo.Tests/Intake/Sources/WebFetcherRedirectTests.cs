using Xunit;

namespace Aggregator.Intake;

public sealed class WebFetcherRedirectTests : IAsyncLifetime
{
    private LoopbackSite _site = null!;

    public async ValueTask InitializeAsync() => (_site = await LoopbackSite.StartAsync()).OnText("/feed", "<rss/>");

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(301)]
    [InlineData(308)]
    public async Task Fetch_MovedForGood_FollowsAndSaysWhereTo(int status)
    {
        _site.OnRedirect("/old", status, "/feed");
        var fetched = Assert.IsType<FetchResult.Fetched>(await FetchAsync(_site.At("/old")));
        Assert.Equal(_site.At("/feed"), fetched.Address);
        Assert.Equal(_site.At("/feed"), fetched.MovedTo);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    public async Task Fetch_MovedForNow_FollowsAndKeepsTheAddress(int status)
    {
        _site.OnRedirect("/old", status, "feed");
        var fetched = Assert.IsType<FetchResult.Fetched>(await FetchAsync(_site.At("/old")));
        Assert.Equal(_site.At("/feed"), fetched.Address);
        Assert.Null(fetched.MovedTo);
    }

    [Fact]
    public async Task Fetch_MovedForGoodThenForNow_RemembersThePermanentPart()
    {
        _site.OnRedirect("/old", 301, "/mid").OnRedirect("/mid", 302, "/last").OnRedirect("/last", 301, "/feed");
        var fetched = Assert.IsType<FetchResult.Fetched>(await FetchAsync(_site.At("/old")));
        Assert.Equal((_site.At("/feed"), _site.At("/mid")), (fetched.Address, fetched.MovedTo));
    }

    [Fact]
    public async Task Fetch_RedirectsWithoutEnd_AreGivenUp()
    {
        _site.OnRedirect("/loop", 302, "/loop");
        Assert.Equal("redirects", (await FailAsync(_site.At("/loop"))).Code);
        Assert.Equal(6, _site.Requests.Count);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/feed")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task Fetch_RedirectOutOfTheWeb_IsNotFollowed(string target)
    {
        _site.OnRedirect("/old", 302, target);
        Assert.Equal("redirects", (await FailAsync(_site.At("/old"))).Code);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("0x7f.1")]
    [InlineData("2130706433")]
    public async Task Fetch_PrivateAddressByWhateverName_IsRefusedBeforeAnythingIsSent(string host)
    {
        var failed = await FailAsync(new Uri($"http://{host}:{_site.Port}/feed"), options => options.AllowedNetworks = []);
        Assert.Equal("refused-address", failed.Code);
        Assert.Empty(_site.Requests);
    }

    [Fact]
    public async Task Fetch_RedirectToAnAddressNotAllowed_IsRefusedAtThatHop()
    {
        // 127.0.0.1 is allowed; the redirect leads to 127.0.0.2, where the same port would be tried.
        _site.OnRedirect("/out", 302, $"http://127.0.0.2:{_site.Port}/feed").OnRedirect("/in", 302, $"http://localhost.localdomain.invalid:{_site.Port}/");
        var failed = await FailAsync(_site.At("/out"), options => options.AllowedNetworks = ["127.0.0.1/32"]);
        Assert.Equal("refused-address", failed.Code);
        Assert.Equal("unknown-host", (await FailAsync(_site.At("/in"), options => options.AllowedNetworks = ["127.0.0.1/32"])).Code);
    }

    private static async Task<FetchResult.Failed> FailAsync(Uri address, Action<SourceOptions>? change = null) =>
        Assert.IsType<FetchResult.Failed>(await FetchAsync(address, change));

    private static async Task<FetchResult> FetchAsync(Uri address, Action<SourceOptions>? change = null)
    {
        using var fetcher = WebFetcherTests.Fetcher(change);
        return await fetcher.FetchAsync(FetchRequest.Feed(address, FetchValidators.None), TestContext.Current.CancellationToken);
    }
}
