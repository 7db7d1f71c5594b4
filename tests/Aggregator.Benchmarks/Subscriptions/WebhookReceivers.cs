using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Aggregator.Load;
using HdrHistogram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aggregator.Subscriptions;

/// <summary>Receivers of webhooks, each with a loopback address of its own, as hosts have, or all behind one; of every ten that are not all good, one hangs, one fails, one is gone.</summary>
internal sealed class WebhookReceivers : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ReceiverKind[] _kinds;
    private readonly bool _isOneHost;
    private readonly ConcurrentDictionary<string, int>[] _told;
    private volatile bool _allGood;
    private volatile bool _measures;

    private WebhookReceivers(WebApplication server, ReceiverKind[] kinds, bool isOneHost)
    {
        (_server, _kinds, _isOneHost) = (server, kinds, isOneHost);
        _told = [.. kinds.Select(_ => new ConcurrentDictionary<string, int>())];
    }

    /// <summary>From an article's POST to the receipt of its change at a good receiver, in ticks.</summary>
    internal LongConcurrentHistogram Latencies { get; } = new(1, TimeSpan.FromHours(1).Ticks, 3);

    internal int Count => _kinds.Length;

    internal static async Task<WebhookReceivers> StartAsync(ReceiverKind[] kinds, bool isOneHost)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        var server = builder.Build();
        var receivers = new WebhookReceivers(server, kinds, isOneHost);
        server.Run(receivers.AnswerAsync);
        await server.StartAsync();
        return receivers;
    }

    /// <summary>So many receivers, the troublesome ones spread among the good.</summary>
    internal static ReceiverKind[] Mixed(int count) => [.. Enumerable.Range(0, count).Select(at => (at % 10) switch { 3 => ReceiverKind.Hangs, 5 => ReceiverKind.Fails, 8 => ReceiverKind.Gone, _ => ReceiverKind.Good })];

    internal ReceiverKind KindOf(int receiver) => _kinds[receiver];

    internal string AddressOf(int receiver)
    {
        var host = _isOneHost ? "127.0.0.1" : string.Create(CultureInfo.InvariantCulture, $"127.1.{receiver / 250}.{(receiver % 250) + 1}");
        return string.Create(CultureInfo.InvariantCulture, $"http://{host}:{new Uri(_server.Urls.First()).Port}/{receiver}");
    }

    internal void Measure(bool measures) => _measures = measures;

    /// <summary>From now on all answer well.</summary>
    internal void Heal() => _allGood = true;

    /// <summary>The positions that a receiver answered well, as text, each with how often.</summary>
    internal IReadOnlyDictionary<string, int> ToldTo(int receiver) => _told[receiver];

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var receiver = int.Parse(context.Request.Path.Value![1..], CultureInfo.InvariantCulture);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        switch (_allGood ? ReceiverKind.Good : _kinds[receiver])
        {
            case ReceiverKind.Hangs:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case ReceiverKind.Fails:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case ReceiverKind.Gone:
                context.Response.StatusCode = StatusCodes.Status410Gone;
                return;
        }
        if (_measures && MadeUpArticles.AgeOf(body.GetBuffer().AsSpan(0, (int)body.Length)) is { } age) Latencies.RecordValue(Math.Max(1, age.Ticks));
        // A change's id ends with its position.
        var id = context.Request.Headers["webhook-id"].ToString();
        _told[receiver].AddOrUpdate(id[(id.LastIndexOf(':') + 1)..], 1, (_, before) => before + 1);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
