using System.Text.Json;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

/// <summary>Feed readers and parsers that others wrote, on a real server.</summary>
public sealed class ReaderTests(FeedServer server) : IClassFixture<FeedServer>
{
    private const string Topic = "/v1/topics/news";

    [Theory]
    [InlineData("feedparser", "feed.atom")]
    [InlineData("feedparser", "feed.rss")]
    [InlineData("rss-parser", "feed.atom")]
    [InlineData("rss-parser", "feed.rss")]
    [InlineData("feedsmith-atom", "feed.atom")]
    [InlineData("feedsmith-rss", "feed.rss")]
    [InlineData("feedsmith-json", "feed.json")]
    public async Task Feed_ByAParser_HasTheItemsOfTheJsonPages(string parser, string file)
    {
        var read = await Reader.ReadAsync(parser, server.At($"{Topic}/{file}"));
        Assert.Equal("Calls & <tolls>, \"all\" of them 🐟", read.GetProperty("title").GetString());
        var page = await JsonAsync($"{Topic}/feed");
        var standing = page.GetProperty("entries").EnumerateArray().Where(entry => Change(entry) == "retracted" || !IsTakenBack(page, entry)).ToList();
        var items = read.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(standing.Select(entry => entry.GetProperty("position").GetInt64()), items.Select(item => long.Parse(Text(item, "id").Split(':')[^1], null)));
        foreach (var (entry, item) in standing.Zip(items))
        {
            Assert.EndsWith(entry.GetProperty("event").GetProperty("headline").GetString()!, Text(item, "title"));
            Assert.StartsWith(server.At("/#/topics/news/events/").AbsoluteUri, Text(item, "link"));
            if (Change(entry) == "added") Assert.Contains("blockquote", Text(item, "html"));
        }
    }

    [Theory]
    [InlineData("ical.js")]
    [InlineData("icalendar")]
    public async Task Calendar_ByAParser_HasThePlannedMeeting(string parser)
    {
        var read = await Reader.ReadAsync(parser, server.At($"{Topic}/calendar.ics"));
        var meeting = Assert.Single(read.GetProperty("items").EnumerateArray());
        Assert.Equal(("2026-09-24", "TENTATIVE"), (Text(meeting, "date"), Text(meeting, "status")));
        Assert.Contains("Kenya, Uganda", Text(meeting, "title"));
    }

    [Theory]
    [InlineData("events")]
    [InlineData("claims")]
    public async Task Csv_ByPython_HasTheRowsOfTheLines(string what)
    {
        var read = await Reader.ReadAsync("csv", server.At($"{Topic}/{what}.csv"));
        var lines = (await server.Client.GetStringAsync($"{Topic}/{what}.ndjson", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Select(line => what == "events" ? line.GetProperty("event").GetProperty("id").GetString() : line.GetProperty("event").GetString()),
            read.GetProperty("items").EnumerateArray().Select(row => Text(row, "id")));
    }

    [Fact]
    public async Task Opml_ByAParser_LeadsToTheFeed()
    {
        var read = await Reader.ReadAsync("feedsmith-opml", server.At("/v1/topics.opml"));
        Assert.Equal([server.At($"{Topic}/feed.atom").AbsoluteUri], read.GetProperty("items").EnumerateArray().Select(outline => Text(outline, "id")));
    }

    [Theory]
    [InlineData("feed.atom")]
    [InlineData("feed.rss")]
    public async Task Feed_ByNewsboat_HasEachItemOnceHoweverOftenItIsRead(string file)
    {
        Reader.Need("newsboat", "newsboat");
        using var home = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(home.Path, "urls"), server.At($"{Topic}/{file}").AbsoluteUri + "\n", TestContext.Current.CancellationToken);
        string[] arguments = ["-u", Path.Combine(home.Path, "urls"), "-c", Path.Combine(home.Path, "cache.db"), "-C", "/dev/null", "-x"];
        for (var turn = 0; turn < 2; turn++)
        {
            await Reader.RunAsync("newsboat", [.. arguments, "reload"], home: home.Path);
            var count = (await JsonAsync($"{Topic}/feed.json")).GetProperty("items").GetArrayLength();
            Assert.StartsWith($"{count} unread", await Reader.RunAsync("newsboat", [.. arguments, "print-unread"], home: home.Path));
        }
    }

    [Theory]
    [InlineData("feed.atom")]
    [InlineData("feed.rss")]
    public async Task Feed_BySfeed_HasTheItems(string file)
    {
        Reader.Need("sfeed", "sfeed");
        var text = await server.Client.GetStringAsync($"{Topic}/{file}", TestContext.Current.CancellationToken);
        var ids = (await Reader.RunAsync("sfeed", [], text)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[5]);
        Assert.Equal((await JsonAsync($"{Topic}/feed.json")).GetProperty("items").EnumerateArray().Select(item => Text(item, "id")), ids);
    }

    [Theory]
    [InlineData("feed.atom")]
    [InlineData("feed.atom?per=event")]
    [InlineData("feed.atom?limit=1")]
    [InlineData("digest.atom")]
    public async Task Atom_ByItsSchema_IsValid(string path)
    {
        Reader.Need("xmllint", "libxml2-utils");
        var text = await server.Client.GetStringAsync($"{Topic}/{path}", TestContext.Current.CancellationToken);
        await Reader.RunAsync("xmllint", ["--noout", "--relaxng", Reader.PathOf("atom.rng"), "-"], text);
    }

    private static bool IsTakenBack(JsonElement page, JsonElement entry) => page.GetProperty("entries").EnumerateArray().Any(other =>
        Change(other) is "retracted" or "merged" && Event(other) == Event(entry) && other.GetProperty("position").GetInt64() > entry.GetProperty("position").GetInt64());

    private static string Change(JsonElement entry) => Text(entry, "change");

    private static string? Event(JsonElement entry) => entry.GetProperty("event").GetProperty("id").GetString();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await server.Client.GetStringAsync(path, TestContext.Current.CancellationToken)).RootElement;
}
