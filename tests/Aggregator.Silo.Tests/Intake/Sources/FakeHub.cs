using System.Collections.Concurrent;

namespace Aggregator.Intake;

/// <summary>What a hub was asked.</summary>
/// <param name="Mode">Subscribe or unsubscribe.</param>
/// <param name="Topic">The feed's address.</param>
/// <param name="Callback">Whom it is to call.</param>
/// <param name="Secret">What it is to sign with.</param>
internal sealed record HubAsked(string Mode, string Topic, string Callback, string Secret)
{
    internal string Token => Callback[(Callback.LastIndexOf('/') + 1)..];
}

/// <summary>A hub on a test's site: it keeps what it is asked and answers with a status; what else a hub does, the test does itself.</summary>
internal sealed class FakeHub
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly LoopbackSite _site;
    private readonly string _path;

    internal FakeHub(LoopbackSite site, string path)
    {
        (_site, _path) = (site, path);
        site.On(path, async context =>
        {
            var form = await context.Request.ReadFormAsync();
            Requests.Enqueue(new HubAsked(form["hub.mode"].ToString(), form["hub.topic"].ToString(), form["hub.callback"].ToString(), form["hub.secret"].ToString()));
            context.Response.StatusCode = Status;
        });
    }

    internal int Status { get; set; } = 202;

    internal ConcurrentQueue<HubAsked> Requests { get; } = [];

    /// <summary>The Link header of a feed that names this hub.</summary>
    internal string Links(string feed) => $"<{_site.At("/style.css")}>; rel=preload; title=\"a, b\", <{_site.At(_path)}>; rel=\"x HUB\", <{feed}>; rel=self";

    /// <summary>Returns what it was asked once it was as often.</summary>
    internal async Task<HubAsked[]> AskedAsync(int count)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (Requests.Count < count) await pause.WaitForNextTickAsync(timeout.Token);
        return [.. Requests];
    }
}
