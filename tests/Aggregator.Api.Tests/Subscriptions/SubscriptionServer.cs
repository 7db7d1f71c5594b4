using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Aggregator.Intake;
using Aggregator.Serving;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>A server that may call receivers on loopback and repeats at once, and a receiver.</summary>
public sealed class SubscriptionServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal ApiServer Server { get; } = new(_ => { }, services =>
    {
        services.Configure<SourceOptions>(sources => sources.AllowedNetworks = ["127.0.0.0/8"]);
        services.Configure<SubscriptionOptions>(subscriptions =>
            (subscriptions.RetrySeconds, subscriptions.RequestSeconds, subscriptions.LeaseMinSeconds) = ([0.02, 0.02, 0.02], 2, 1));
    });

    internal Receiver Receiver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        Receiver = await Receiver.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Receiver.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>Makes a webhook; returns it with its secret.</summary>
    internal async Task<(string Id, string Secret)> SubscribeAsync(string topic, string path, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["topics"] = JsonSerializer.SerializeToNode(topic.Split(' '));
        body["url"] = Receiver.At(path);
        using var answer = await Server.PostAsync("/v1/subscriptions", body.ToJsonString());
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        var made = JsonDocument.Parse(text).RootElement;
        var id = made.GetProperty("subscription").GetProperty("id").GetString()!;
        Assert.Equal($"/v1/subscriptions/{id}", answer.Headers.Location?.OriginalString);
        return (id, made.GetProperty("secret").GetString()!);
    }

    internal async Task<JsonElement> HealthAsync(string id) => (await Server.ReadAsync($"/v1/subscriptions/{id}")).GetProperty("health");

    internal async Task<JsonElement> UntilAsync(string id, Func<JsonElement, bool> wanted)
    {
        var began = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var health = await HealthAsync(id);
            if (wanted(health)) return health;
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"{health}");
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    internal async Task<JsonElement> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var answer = await Server.SendAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>How far a subscription of one topic was told.</summary>
    internal static long Position(JsonElement health) => health.GetProperty("positions")[0].GetProperty("position").GetInt64();

    internal static string? Standing(JsonElement health) => health.GetProperty("standing").GetString();
}
