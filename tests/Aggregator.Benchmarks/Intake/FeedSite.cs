using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aggregator.Intake;

/// <summary>Serves made-up feeds, RSS and Atom by turns, each under a loopback address of its own, with ETags.</summary>
internal sealed class FeedSite : IAsyncDisposable
{
    private const int ItemCount = 20;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly WebApplication _server;

    private FeedSite(WebApplication server, int port) => (_server, Port) = (server, port);

    internal int Port { get; }

    /// <summary>Articles in all feeds.</summary>
    internal static int ArticlesOf(int feedCount) => feedCount * ItemCount;

    /// <summary>A feed's address; hosts differ, as those of publishers do.</summary>
    internal string UrlOf(int feed) => $"http://127.0.{feed / 250}.{(feed % 250) + 1}:{Port}/{feed}";

    internal static async Task<FeedSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        var server = builder.Build();
        server.MapGet("/{feed:int}", (int feed, HttpContext context) =>
        {
            context.Response.Headers.ETag = $"\"{feed}\"";
            return context.Request.Headers.IfNoneMatch == $"\"{feed}\"" ? Results.StatusCode(304) : Results.Text(Feed(feed), "application/xml");
        });
        await server.StartAsync();
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new FeedSite(server, new Uri(address).Port);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static string Feed(int feed)
    {
        var items = string.Concat(Enumerable.Range(0, ItemCount).Select(item => feed % 2 == 0 ? RssItem(feed, item) : AtomEntry(feed, item)));
        return feed % 2 == 0
            ? $"<rss version=\"2.0\"><channel><title>Feed {feed}</title><link>http://feed{feed}.example/</link>{items}</channel></rss>"
            : $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Feed {feed}</title><id>tag:feed{feed}.example,2026:f</id>{items}</feed>";
    }

    private static string RssItem(int feed, int item) =>
        $"<item><guid isPermaLink=\"false\">{feed}:{item}</guid><title>{Title(feed, item)}</title><link>http://feed{feed}.example/{item}</link>"
        + $"<pubDate>{At(feed, item).ToString("r", CultureInfo.InvariantCulture)}</pubDate><description>{Body(feed, item)}</description></item>";

    private static string AtomEntry(int feed, int item) =>
        $"<entry><id>tag:feed{feed}.example,2026:{item}</id><title>{Title(feed, item)}</title><link href=\"http://feed{feed}.example/{item}\"/>"
        + $"<updated>{At(feed, item):O}</updated><content type=\"text\">{Body(feed, item)}</content></entry>";

    private static string Title(int feed, int item) => $"The council of district {feed} decides on matter {item}";

    private static string Body(int feed, int item) =>
        string.Join(' ', Enumerable.Repeat($"The council of district {feed} has heard the report on matter {item} and put it off until spring.", 4));

    private static DateTimeOffset At(int feed, int item) => Start.AddMinutes((item * 11) + (feed % 7));
}
