using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Aggregator.Intake;

public sealed class WebFetcherTests : IAsyncLifetime
{
    private static readonly string[] Loopback = ["127.0.0.0/8", "::1/128"];
    private LoopbackSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await LoopbackSite.StartAsync();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Fetch_Document_BringsItWithItsValidatorsAndAge()
    {
        _site.OnText("/feed", "<rss/>", "application/rss+xml; charset=utf-8", response =>
        {
            response.Headers.ETag = "W/\"7\"";
            response.Headers.LastModified = "Tue, 03 Mar 2026 10:00:00 GMT";
            response.Headers.CacheControl = "public, max-age=600";
            response.Headers.Age = "60";
        });
        var fetched = Assert.IsType<FetchResult.Fetched>(await FetchAsync("/feed"));
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(fetched.Bytes.Span));
        Assert.Equal(new FetchValidators("W/\"7\"", "Tue, 03 Mar 2026 10:00:00 GMT"), fetched.Validators);
        Assert.Equal(TimeSpan.FromSeconds(540), fetched.MaxAge);
        Assert.Equal("application/rss+xml; charset=utf-8", fetched.ContentType);
        Assert.Null(fetched.MovedTo);
    }

    [Fact]
    public async Task Fetch_Always_SaysWhoAsksAndNothingMore()
    {
        _site.OnText("/feed", "<rss/>");
        await FetchAsync("/feed", options => options.ContactUrl = "https://aggregator.example/about");
        var headers = _site.Requests.Single().Headers;
        Assert.Equal("Aggregator/0.1 (+https://aggregator.example/about)", headers.UserAgent);
        Assert.Contains("gzip", headers.AcceptEncoding.ToString());
        Assert.Contains("br", headers.AcceptEncoding.ToString());
        Assert.False(headers.ContainsKey("Cookie") || headers.ContainsKey("traceparent") || headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Fetch_KnownDocument_SendsValidatorsBackAsTheyCame()
    {
        _site.On("/feed", context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "unquoted" && context.Request.Headers.IfModifiedSince == "last week" ? 304 : 200;
            return Task.CompletedTask;
        });
        var request = FetchRequest.Feed(_site.At("/feed"), new FetchValidators("unquoted", "last week"));
        Assert.IsType<FetchResult.Unchanged>(await FetchAsync(request));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Fetch_Compressed_IsUnpacked(string encoding)
    {
        _site.On("/feed", context => LoopbackSite.WritePackedAsync(context, encoding, LoopbackSite.Bytes("<rss/>")));
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(Assert.IsType<FetchResult.Fetched>(await FetchAsync("/feed")).Bytes.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Fetch_SmallBodyThatUnpacksIntoABigOne_IsTooLarge(string encoding)
    {
        _site.On("/bomb", context => LoopbackSite.WritePackedAsync(context, encoding, new byte[3_000_000]));
        Assert.Equal("too-large", (await FailAsync("/bomb", options => options.Limits.SizeMax = 100_000)).Code);
    }

    [Fact]
    public async Task Fetch_BodyBeyondTheCap_IsTooLargeAnnouncedOrNot()
    {
        _site.On("/announced", context =>
        {
            context.Response.ContentLength = 200_000;
            return context.Response.Body.WriteAsync(new byte[200_000]).AsTask();
        });
        _site.On("/endless", async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(new byte[50_000], context.RequestAborted);
        });
        Assert.Equal("too-large", (await FailAsync("/announced", options => options.Limits.SizeMax = 100_000)).Code);
        Assert.Equal("too-large", (await FailAsync("/endless", options => options.Limits.SizeMax = 100_000)).Code);
    }

    [Fact]
    public async Task Fetch_ServerThatNeverEnds_TimesOut()
    {
        var clock = new FakeTimeProvider();
        using var asked = new SemaphoreSlim(0);
        _site.On("/slow", async context =>
        {
            await context.Response.WriteAsync("<rss>");
            await context.Response.Body.FlushAsync();
            asked.Release();
            await context.RequestAborted.WaitAsync();
        });
        using var fetcher = Fetcher(null, clock);
        var fetching = fetcher.FetchAsync(FetchRequest.Feed(_site.At("/slow"), FetchValidators.None), CancellationToken.None);
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("timeout", Assert.IsType<FetchResult.Failed>(await fetching).Code);
    }

    [Theory]
    [InlineData(404, "http-404", null)]
    [InlineData(410, "http-410", null)]
    [InlineData(429, "http-429", "120")]
    [InlineData(500, "http-500", null)]
    [InlineData(503, "http-503", "Tue, 03 Mar 2026 10:02:00 GMT")]
    public async Task Fetch_Refusal_BearsItsStatusAndTheTimeToWait(int status, string code, string? retryAfter)
    {
        _site.OnStatus("/feed", status, response => response.Headers.RetryAfter = retryAfter);
        var failed = await FailAsync("/feed", clock: new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero)));
        Assert.Equal((code, status == 410), (failed.Code, failed.IsGone));
        Assert.Equal(retryAfter is null ? null : TimeSpan.FromSeconds(120), failed.RetryAfter);
    }

    [Fact]
    public async Task Fetch_NobodyAtThePort_IsUnreachable()
    {
        var gone = await LoopbackSite.StartAsync();
        var address = gone.At("/");
        await gone.DisposeAsync();
        Assert.Equal("unreachable", Assert.IsType<FetchResult.Failed>(await FetchAsync(FetchRequest.Page(address))).Code);
    }

    private async Task<FetchResult.Failed> FailAsync(string path, Action<SourceOptions>? change = null, TimeProvider? clock = null) =>
        Assert.IsType<FetchResult.Failed>(await FetchAsync(path, change, clock));

    private Task<FetchResult> FetchAsync(string path, Action<SourceOptions>? change = null, TimeProvider? clock = null) =>
        FetchAsync(FetchRequest.Feed(_site.At(path), FetchValidators.None), change, clock);

    private static async Task<FetchResult> FetchAsync(FetchRequest request, Action<SourceOptions>? change = null, TimeProvider? clock = null)
    {
        using var fetcher = Fetcher(change, clock);
        return await fetcher.FetchAsync(request, TestContext.Current.CancellationToken);
    }

    internal static WebFetcher Fetcher(Action<SourceOptions>? change, TimeProvider? clock = null)
    {
        var options = new SourceOptions { AllowedNetworks = Loopback };
        change?.Invoke(options);
        return new WebFetcher(new AddressGuard(Options.Create(options)), Options.Create(options), clock ?? TimeProvider.System);
    }
}
