using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Aggregator.Feeds;
using Aggregator.Serving;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>That a merger, a split and a retraction reach whoever follows a topic, in every protocol, with their reason.</summary>
public class CorrectionTests(SubscriptionServer subscriptions) : IClassFixture<SubscriptionServer>
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string Why = "so the ministry says";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private ApiServer Server => subscriptions.Server;

    private Receiver Receiver => subscriptions.Receiver;

    [Theory]
    [InlineData("merged", "Benin", "BEN", 7, 21), InlineData("split", "Burundi", "BDI", 7, 7), InlineData("retracted", "Botswana", "BWA", 7, 21)]
    public async Task Correction_OfAnEvent_ReachesEveryFollowerWithItsReason(string change, string country, string code, int firstDay, int secondDay)
    {
        var topic = $"corrected-{change}";
        await Server.DefineAsync(topic, $"kind:call and party:{code}");
        var (hook, _) = await subscriptions.SubscribeAsync(topic, $"/{topic}");
        foreach (var form in FeedForms.All) await SubscribeAsync(topic, FeedForms.Extension(form));
        await using var stream = await EventReader.OpenAsync(Server, $"/v1/topics/{topic}/stream?after=0");
        await Server.TellAsync($"{topic}-1", country, "New Zealand", firstDay);
        await Server.TellAsync($"{topic}-2", country, "New Zealand", secondDay);
        await Server.ReachedAsync(topic, 2);
        await subscriptions.UntilAsync(hook, health => SubscriptionServer.Position(health) == 2);
        await CorrectAsync(topic, change);
        var told = await ToldAsync(topic);
        var correction = Assert.Single(told, entry => entry.Change == change);
        Assert.Contains(Why, correction.Reason, StringComparison.Ordinal);
        var last = told[^1].Position;
        Assert.True(last > 2, $"{last}");

        Assert.Equal(told, (await stream.TakeAsync((int)last)).Select(block => Told.Of(JsonDocument.Parse(block.Data).RootElement)));
        await subscriptions.UntilAsync(hook, health => SubscriptionServer.Position(health) == last);
        var hooked = Receiver.Of($"/{topic}").Select(got => got.Json).ToList();
        Assert.Equal(told, hooked.Select(one => Told.Of(one.GetProperty("data"))));
        Assert.Equal(told.Select(entry => $"aggregator.entry.{entry.Change}"), hooked.Select(one => one.GetProperty("type").GetString()));

        // What is taken back stands for nobody whose form has a word for that; RSS tells of it by the correction alone.
        var taken = told.Where(entry => change != "split" && entry.Position < correction.Position && entry.Event == correction.Event).Select(entry => entry.Position).ToHashSet();
        Assert.Equal(change == "split", taken.Count == 0);
        var standing = told.Where(entry => !taken.Contains(entry.Position)).ToList();
        foreach (var form in FeedForms.All)
        {
            var read = new FollowerView();
            read.Take(await TextAsync($"/v1/topics/{topic}/feed.{FeedForms.Extension(form)}"), form);
            Assert.Equal(standing.Select(entry => (entry.Position, entry.Change)), read.Items);
            Assert.Contains(Why, read.ContentOf(correction.Position), StringComparison.Ordinal);
            var pushed = await PushedAsync(topic, form, last);
            Assert.Equal((form == FeedForm.Rss ? told : standing).Select(entry => (entry.Position, entry.Change)), pushed.Items);
            Assert.Contains(Why, pushed.ContentOf(correction.Position), StringComparison.Ordinal);
            if (form != FeedForm.Rss) Assert.Equal(taken.Order(), pushed.Gone.Order());
        }
    }

    private async Task CorrectAsync(string topic, string change)
    {
        var events = (await Server.ReadAsync($"/v1/topics/{topic}/events")).GetProperty("events").EnumerateArray().Select(one => one.GetProperty("id").GetString()!).ToList();
        var (path, body) = change switch
        {
            "merged" => ("merge", (object)new { into = events[1], reason = Why, by = "Ada" }),
            "split" => ("split", new { articles = (string[])[$"{topic}-2"], reason = Why, by = "Ada" }),
            _ => ("retract", new { reason = Why, by = "Ada" }),
        };
        using var answer = await Server.PostAsync($"/v1/events/{events[0]}/{path}", JsonSerializer.Serialize(body));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task SubscribeAsync(string topic, string extension)
    {
        var path = $"/{topic}-{extension}";
        Receiver.On(path, (context, _) => HttpMethods.IsGet(context.Request.Method) ? context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString()) : Task.CompletedTask);
        var feed = $"{Server.Address}v1/topics/{topic}/feed.{extension}";
        using var answer = await Server.PostAsync("/v1/hub", $"hub.mode=subscribe&hub.topic={Uri.EscapeDataString(feed)}&hub.callback={Uri.EscapeDataString(Receiver.At(path))}", FormType);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await subscriptions.UntilAsync(HubEndpoint.IdOf(feed, Receiver.At(path)).Value, health => SubscriptionServer.Standing(health) == "active");
    }

    /// <summary>What a WebSub subscriber has that takes in what it was sent, up to a position.</summary>
    private async Task<FollowerView> PushedAsync(string topic, FeedForm form, long last)
    {
        var (path, feed) = ($"/{topic}-{FeedForms.Extension(form)}", $"{Server.Address}v1/topics/{topic}/feed.{FeedForms.Extension(form)}");
        await subscriptions.UntilAsync(HubEndpoint.IdOf(feed, Receiver.At(path)).Value, health => SubscriptionServer.Position(health) == last);
        var pushes = Receiver.Of(path).Where(got => got.Method == "POST").ToList();
        Assert.True(pushes.Count > 1, $"{pushes.Count}");
        var view = new FollowerView();
        foreach (var push in pushes) view.Take(Encoding.UTF8.GetString(push.Body), form);
        return view;
    }

    private async Task<List<Told>> ToldAsync(string topic) =>
        [.. (await Server.ReadAsync($"/v1/topics/{topic}/feed?after=0")).GetProperty("entries").EnumerateArray().Select(Told.Of)];

    private async Task<string> TextAsync(string path)
    {
        using var answer = await Server.GetAsync(path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private sealed record Told(long Position, string Change, string Event, string Reason)
    {
        internal static Told Of(JsonElement entry) => new(
            entry.GetProperty("position").GetInt64(), entry.GetProperty("change").GetString()!, entry.GetProperty("event").GetProperty("id").GetString()!, entry.GetProperty("reason").GetString() ?? "");
    }

    /// <summary>The items that a feed reader has, by id, and those that it was told are gone.</summary>
    private sealed class FollowerView
    {
        private readonly Dictionary<string, (string Change, string Content)> _items = [];
        private readonly HashSet<string> _gone = [];

        internal IEnumerable<(long Position, string Change)> Items => _items.Select(item => (PositionOf(item.Key), item.Value.Change)).Order();

        internal IEnumerable<long> Gone => _gone.Select(PositionOf);

        internal string ContentOf(long position) => WebUtility.HtmlDecode(_items.Single(item => PositionOf(item.Key) == position).Value.Content);

        internal void Take(string document, FeedForm form)
        {
            foreach (var (id, change, content) in form switch { FeedForm.Atom => OfAtom(document), FeedForm.Rss => OfRss(document), _ => OfJson(document) })
            {
                if (change is null) _gone.Add(id);
                if (change is null) _items.Remove(id);
                else _items[id] = (change, content);
            }
        }

        private static long PositionOf(string id) => long.Parse(id[(id.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

        private static IEnumerable<(string Id, string? Change, string Content)> OfAtom(string document)
        {
            var feed = XDocument.Parse(document).Root!;
            return feed.Elements(Atom + "entry").Select(entry => (entry.Element(Atom + "id")!.Value, ChangeOf(entry, Atom + "category", "scheme", "term"), entry.Element(Atom + "content")!.Value))
                .Concat(feed.Elements(Tombstones + "deleted-entry").Select(gone => (gone.Attribute("ref")!.Value, (string?)null, "")));
        }

        private static IEnumerable<(string Id, string? Change, string Content)> OfRss(string document) => XDocument.Parse(document).Descendants("item")
            .Select(item => (item.Element("guid")!.Value, ChangeOf(item, "category", "domain", null), item.Element("description")!.Value));

        private static IEnumerable<(string Id, string? Change, string Content)> OfJson(string document)
        {
            var feed = JsonDocument.Parse(document).RootElement;
            return feed.GetProperty("items").EnumerateArray()
                .Select(item => (item.GetProperty("id").GetString()!, item.GetProperty("_aggregator").GetProperty("change").GetString(), item.GetProperty("content_html").GetString()!))
                .Concat(feed.GetProperty("_aggregator").GetProperty("deleted").EnumerateArray().Select(gone => (gone.GetProperty("ref").GetString()!, (string?)null, "")));
        }

        private static string? ChangeOf(XElement item, XName category, string scheme, string? term) => item.Elements(category)
            .Where(one => one.Attribute(scheme)?.Value == "urn:aggregator:change").Select(one => term is null ? one.Value : one.Attribute(term)!.Value).Single();
    }
}
