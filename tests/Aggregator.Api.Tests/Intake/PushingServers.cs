using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Aggregator.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Aggregator.Intake;

/// <summary>A server that writes feeds, one that reads them and has an address that hubs can call, and a hub of a test's making.</summary>
public sealed class PushingServers : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal ApiServer Writer { get; } = new(_ => { }, services => services.Configure<SourceOptions>(sources => sources.AllowedNetworks = ["127.0.0.0/8"]));

    internal ApiServer Reader { get; } = new(api => api.PushBytesMax = 65_536, services => services.Configure<SourceOptions>(sources =>
        (sources.AllowedNetworks, sources.HostPauseMilliseconds) = (["127.0.0.0/8"], 0)));

    internal Receiver Hub { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Writer.InitializeAsync();
        await Reader.InitializeAsync();
        Hub = await Receiver.StartAsync();
        // Known once it listens.
        Reader.Services.GetRequiredService<IOptions<SourceOptions>>().Value.CallbackUrl = Reader.Address.AbsoluteUri;
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await Reader.DisposeAsync();
        await Writer.DisposeAsync();
    }

    internal async Task PutAsync(string source, string url, bool enabled = true)
    {
        using var answer = await Reader.SendAsync(HttpMethod.Put, $"/v1/sources/{source}", JsonSerializer.Serialize(new { url, enabled }));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Makes a source of a feed on the test's hub, which confirms; returns the path of the callback and the secret.</summary>
    internal async Task<(string Callback, string Secret)> SubscribeAsync(string name)
    {
        Hub.On($"/{name}", (context, _) =>
        {
            context.Response.Headers.Link = $"<{Hub.At($"/{name}-hub")}>; rel=hub, <{Hub.At($"/{name}")}>; rel=\"self\"";
            return context.Response.WriteAsync("<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><id>f</id></feed>");
        });
        Hub.OnStatus($"/{name}-hub", 202);
        await PutAsync(name, Hub.At($"/{name}"));
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString((await Hub.GotAsync($"/{name}-hub", 1))[0].Body));
        Assert.Equal(("subscribe", Hub.At($"/{name}"), "864000"), (form["hub.mode"].ToString(), form["hub.topic"].ToString(), form["hub.lease_seconds"].ToString()));
        var callback = new Uri(form["hub.callback"].ToString());
        Assert.Matches($"^/v1/push/{name}/[0-9a-f]{{48}}$", callback.AbsolutePath);
        using var confirmed = await Reader.GetAsync($"{callback.AbsolutePath}?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(Hub.At($"/{name}"))}&hub.challenge=abc&hub.lease_seconds=600");
        Assert.Equal("abc", await confirmed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await UntilAsync(name, health => Standing(health) == "active");
        return (callback.AbsolutePath, form["hub.secret"].ToString());
    }

    internal async Task<HttpStatusCode> PushAsync(string callback, byte[] body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/atom+xml");
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Hub-Signature", signature);
        using var answer = await Reader.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    internal async Task<JsonElement> UntilAsync(string source, Func<JsonElement, bool> wanted)
    {
        var began = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var health = (await Reader.ReadAsync($"/v1/sources/{source}")).GetProperty("health");
            if (wanted(health)) return health;
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"{health}");
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Returns once the writer's only subscription of a topic has ended, for the reason that is expected.</summary>
    internal async Task EndedAsync(string topic, string reason)
    {
        var began = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var subscription = (await Writer.ReadAsync("/v1/subscriptions")).GetProperty("subscriptions").EnumerateArray().Single(one => one.GetProperty("topics")[0].GetString() == topic);
            var health = subscription.GetProperty("health");
            if (health.GetProperty("standing").GetString() == "ended")
            {
                Assert.Equal(reason, health.GetProperty("reason").GetString());
                return;
            }
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"{health}");
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    internal static string? Standing(JsonElement health) =>
        health.TryGetProperty("push", out var push) && push.ValueKind == JsonValueKind.Object ? push.GetProperty("standing").GetString() : null;
}
