using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Aggregator.Serving;

/// <summary>A real server on loopback that subscribers would run: keeps what each path was sent, and answers as a test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, Func<HttpContext, int, Task>> _answers = [];

    private Receiver(WebApplication server) => _server = server;

    internal ConcurrentQueue<Received> All { get; } = [];

    internal Uri Root => new(_server.Urls.First());

    internal static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var receiver = new Receiver(server);
        server.Run(receiver.AnswerAsync);
        await server.StartAsync();
        return receiver;
    }

    internal string At(string path) => new Uri(Root, path).AbsoluteUri;

    /// <summary>Answers a path, told how many requests it had before; others are answered with 200.</summary>
    internal void On(string path, Func<HttpContext, int, Task> answer) => _answers[path] = answer;

    /// <summary>Answers a path's requests with these statuses in turn, and the last for ever.</summary>
    internal void OnStatus(string path, params int[] statuses) => On(path, (context, before) =>
    {
        context.Response.StatusCode = statuses[Math.Min(before, statuses.Length - 1)];
        return Task.CompletedTask;
    });

    internal IReadOnlyList<Received> Of(string path) => [.. All.Where(received => received.Path == path)];

    /// <summary>Returns what a path was sent once it is as much.</summary>
    internal async Task<IReadOnlyList<Received>> GotAsync(string path, int count)
    {
        var began = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (Of(path).Count < count)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"{path} was sent {Of(path).Count} of {count}.");
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
        return Of(path);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var path = context.Request.Path.Value!;
        var before = Of(path).Count;
        All.Enqueue(new Received(
            context.Request.Method, path, context.Request.QueryString.Value ?? "", context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()));
        if (_answers.TryGetValue(path, out var answer)) await answer(context, before);
    }
}
