using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aggregator.Intake;

/// <summary>A real web server on loopback that answers each path as a test says, and keeps what it was asked.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = [];
    private int _underWay;
    private int _mostAtOnce;

    private LoopbackSite(WebApplication server) => _server = server;

    internal ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Requests { get; } = [];

    internal int MostAtOnce => _mostAtOnce;

    internal Uri Root => new(_server.Urls.First());

    internal int Port => Root.Port;

    internal Uri At(string path) => new(Root, path);

    internal static async Task<LoopbackSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var site = new LoopbackSite(server);
        server.Run(site.AnswerAsync);
        await server.StartAsync();
        return site;
    }

    internal LoopbackSite On(string path, Func<HttpContext, Task> answer)
    {
        _answers[path] = answer;
        return this;
    }

    internal LoopbackSite OnText(string path, string text, string contentType = "application/rss+xml", Action<HttpResponse>? headers = null) =>
        On(path, context =>
        {
            context.Response.ContentType = contentType;
            headers?.Invoke(context.Response);
            return context.Response.WriteAsync(text);
        });

    internal LoopbackSite OnStatus(string path, int status, Action<HttpResponse>? headers = null) => On(path, context =>
    {
        context.Response.StatusCode = status;
        headers?.Invoke(context.Response);
        return Task.CompletedTask;
    });

    internal LoopbackSite OnRedirect(string path, int status, string target) =>
        OnStatus(path, status, response => response.Headers.Location = target);

    internal static async Task WritePackedAsync(HttpContext context, string encoding, byte[] body)
    {
        context.Response.Headers.ContentEncoding = encoding;
        using var packed = new MemoryStream();
        using (Stream packer = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Optimal, true) : new GZipStream(packed, CompressionLevel.Optimal, true))
            packer.Write(body);
        await context.Response.Body.WriteAsync(packed.ToArray());
    }

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var now = Interlocked.Increment(ref _underWay);
        for (var most = _mostAtOnce; now > most; most = _mostAtOnce) Interlocked.CompareExchange(ref _mostAtOnce, now, most);
        try
        {
            Requests.Enqueue((context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            if (_answers.TryGetValue(context.Request.Path, out var answer)) await answer(context);
            else context.Response.StatusCode = 404;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
