using System.Net;
using Aggregator.Http;
using Aggregator.Intake;
using Aggregator.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>A hub with few places.</summary>
public sealed class HubBoundsTests : IAsyncLifetime
{
    private readonly ApiServer _server = new(_ => { }, services =>
    {
        services.Configure<SourceOptions>(sources => sources.AllowedNetworks = ["127.0.0.0/8"]);
        services.Configure<SubscriptionOptions>(options => (options.CountMax, options.HubCountMax, options.HubCallbackHostCountMax, options.HubPendingCountMax) = (1, 3, 2, 2));
    });

    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _receiver = await Receiver.StartAsync();
        await _server.DefineAsync("bounds", "party:URY and party:PRY");
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Hub_Full_SaysSoAndLeavesWebhooksAndEndedOnesAPlace()
    {
        await IsTakenAsync("/one");
        await IsTakenAsync("/two");
        await UntilStandingAsync(2, "active");
        using (var host = await AskAsync(_receiver.At("/three"))) await Refusal.IsAsync(ProblemKind.TooManySubscribersOfHost, host);
        // Of another host, where nobody ever confirms.
        await IsTakenInTimeAsync("http://reader.invalid/push");
        using (var full = await AskAsync("http://other.invalid/push"))
        {
            await Refusal.IsAsync(ProblemKind.TooManySubscribers, full);
            Assert.NotNull(full.Headers.RetryAfter);
        }
        await IsTakenAsync("/one");
        var hook = $$"""{"topics":["bounds"],"url":"{{_receiver.At("/hook")}}"}""";
        using (var made = await _server.PostAsync("/v1/subscriptions", hook)) Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using (var more = await _server.PostAsync("/v1/subscriptions", hook)) await Refusal.IsAsync(ProblemKind.TooManySubscriptions, more);
        using (var left = await AskAsync(_receiver.At("/two"), mode: "unsubscribe")) Assert.Equal(HttpStatusCode.Accepted, left.StatusCode);
        await UntilStandingAsync(1, "ended");
        await IsTakenInTimeAsync(_receiver.At("/three"));
    }

    [Fact]
    public async Task Subscribe_OneFeedAndCallbackWrittenInManyWays_IsOneSubscription()
    {
        var (feed, callback) = ($"{_server.Address}v1/topics/bounds/feed.json?per=event", _receiver.At("/same"));
        var ways = new[]
        {
            (feed, callback), ($"{feed}&token={new string('a', 64)}", callback), (feed.Replace("?per", $"?token={new string('b', 64)}&per", StringComparison.Ordinal), callback), ($" {feed} ", callback),
            (feed.Replace("http://", "HTTP://", StringComparison.Ordinal), callback), (feed, callback.Replace("http://", "HTTP://", StringComparison.Ordinal)), (feed, $" {callback}"),
        };
        foreach (var (topic, called) in ways)
        {
            using var answer = await AskAsync(called, topic);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }
        await UntilStandingAsync(1, "active");
        Assert.Single((await _server.ReadAsync("/v1/subscriptions")).GetProperty("subscriptions").EnumerateArray());
        // The hub repeats each address as it was written.
        using var last = await AskAsync(callback, ways[1].Item1);
        while (!_receiver.Of("/same").Any(got => QueryHelpers.ParseQuery(got.Query)["hub.topic"] == ways[1].Item1)) await _receiver.GotAsync("/same", _receiver.Of("/same").Count + 1);
    }

    private async Task IsTakenAsync(string path)
    {
        _receiver.On(path, (context, _) => context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString()));
        using var answer = await AskAsync(_receiver.At(path));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    /// <summary>Asks until a place is seen to be free again: the hub looks once a second.</summary>
    private async Task IsTakenInTimeAsync(string callback)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            using var answer = await AskAsync(callback);
            if (answer.StatusCode == HttpStatusCode.Accepted) return;
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    private Task<HttpResponseMessage> AskAsync(string callback, string? feed = null, string mode = "subscribe")
    {
        if (feed is not null) _receiver.On("/same", (context, _) => context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString()));
        var form = $"hub.mode={mode}&hub.topic={Uri.EscapeDataString(feed ?? $"{_server.Address}v1/topics/bounds/feed.atom")}&hub.callback={Uri.EscapeDataString(callback)}";
        return _server.PostAsync("/v1/hub", form, "application/x-www-form-urlencoded");
    }

    private async Task UntilStandingAsync(int count, string standing)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await _server.ReadAsync("/v1/subscriptions")).GetProperty("subscriptions").EnumerateArray()
            .Count(subscription => SubscriptionServer.Standing(subscription.GetProperty("health")) == standing) < count) await pause.WaitForNextTickAsync(patience.Token);
    }
}
