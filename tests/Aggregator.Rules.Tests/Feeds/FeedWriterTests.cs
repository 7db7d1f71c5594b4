using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Aggregator.Extraction;
using Aggregator.Resolution;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Feeds;

public class FeedWriterTests
{
    private const string Server = "https://news.example.org/aggregator";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    [Theory]
    [InlineData(FeedForm.Atom)]
    [InlineData(FeedForm.Rss)]
    [InlineData(FeedForm.JsonFeed)]
    public void Write_PageWithAwkwardTexts_IsTheFileBesideThisTest(FeedForm form)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Feeds", $"island-talks.{FeedForms.Extension(form)}");
        var written = Encoding.UTF8.GetString(Write(Awkward(), FeedWindow.Newest, form, "https://hub.example.org/"));
        Assert.Equal(File.ReadAllText(path), written + "\n");
    }

    [Fact]
    public void Write_NoEntries_IsAFeedUpdatedWhenItsTopicWas()
    {
        var feed = AtomOf(Sample.Page(), FeedWindow.Newest);
        Assert.Equal("2026-09-13T12:00:00.000Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal(["self", "alternate", "alternate", "alternate", "first"], Relations(feed));
    }

    [Fact]
    public void Write_TitleChanges_KeepsTheIds()
    {
        var page = Sample.Page(Sample.Entry(7), Sample.Entry(8, EntryChange.Updated));
        var renamed = page with { Entries = [.. page.Entries.Select(entry => entry with { Event = entry.Event with { Headline = "Renamed" } })] };
        foreach (var window in (FeedWindow[])[FeedWindow.Newest, FeedWindow.Newest with { PerEvent = true }])
            Assert.Equal(Ids(AtomOf(page, window)), Ids(AtomOf(renamed, window)));
    }

    [Fact]
    public void Write_RetractedInThePage_LeavesATombstoneAndSaysSo()
    {
        var feed = AtomOf(Sample.Page(Sample.Entry(7), Sample.Entry(8, EntryChange.Updated), Sample.Entry(9, EntryChange.Retracted)), FeedWindow.Newest);
        Assert.Equal([FeedIds.Of(Sample.Topic, 9)], Ids(feed));
        Assert.Equal([FeedIds.Of(Sample.Topic, 8), FeedIds.Of(Sample.Topic, 7)], feed.Elements(Tombstones + "deleted-entry").Select(deleted => deleted.Attribute("ref")!.Value));
    }

    [Theory]
    [InlineData(EntryChange.Retracted, null, "It no longer stands."), InlineData(EntryChange.Merged, "e-9", "It became part of e-9.")]
    public void Make_TakenBackWhatWasToldInEarlierDocuments_LeavesTheirTombstones(EntryChange change, string? into, string comment)
    {
        var taking = Sample.Entry(60, change);
        taking = taking with { Event = taking.Event with { MergedInto = into is null ? null : EventId.Parse(into) } };
        var document = new TopicDocument(Sample.Page(Sample.Entry(58), taking, Placed(Sample.Entry(61))), FeedWindow.Newest, FeedForm.Atom, Server);
        Assert.Equal(taking.Event.Id, Assert.Single(document.TakenBack));
        var places = (ImmutableArray<EntryPlace>)[new(taking.Event.Id, 7), new(EventId.Parse("e-2"), 5), new(taking.Event.Id, 3)];
        var made = (document with { Earlier = places }).Make();
        Assert.Equal(((long[])[58, 7, 3]).Select(position => new DeletedItem(FeedIds.Of(Sample.Topic, position), taking.RecordedAt, comment)), made.Deleted);
        Assert.Equal([61, 60], made.Items.Select(item => item.Entry!.Position));
        Assert.Empty((document with { Window = FeedWindow.Newest with { PerEvent = true } }).TakenBack);
    }

    [Fact]
    public void Write_RetractedAndToldAgain_StandsAsToldLast()
    {
        var feed = AtomOf(Sample.Page(Sample.Entry(7), Sample.Entry(8, EntryChange.Retracted), Sample.Entry(9)), FeedWindow.Newest);
        Assert.Equal([FeedIds.Of(Sample.Topic, 9), FeedIds.Of(Sample.Topic, 8)], Ids(feed));
    }

    [Fact]
    public void Write_PerEvent_IsOneItemThatIsEdited()
    {
        var perEvent = FeedWindow.Newest with { PerEvent = true };
        var entry = AtomOf(Sample.Page(Sample.Entry(7), Sample.Entry(8, EntryChange.Updated)), perEvent).Elements(Atom + "entry").Single();
        Assert.Equal((FeedIds.Of(Sample.Topic, EventId.Parse("e-1")), "2026-09-14T12:00:00.000Z", "2026-09-14T12:08:00.000Z"),
            (entry.Element(Atom + "id")!.Value, entry.Element(Atom + "published")!.Value, entry.Element(Atom + "updated")!.Value));
        var taken = AtomOf(Sample.Page(Sample.Entry(7), Sample.Entry(8, EntryChange.Retracted)), perEvent);
        Assert.Empty(Ids(taken));
        Assert.Equal(FeedIds.Of(Sample.Topic, EventId.Parse("e-1")), taken.Elements(Tombstones + "deleted-entry").Single().Attribute("ref")!.Value);
    }

    [Fact]
    public void Write_Archive_IsMarkedAndLinked()
    {
        var page = Sample.Page([.. Enumerable.Range(51, 50).Select(position => Sample.Entry(position))]) with { LastPosition = 230 };
        var feed = AtomOf(page, new FeedWindow { Archive = 2 });
        Assert.NotNull(feed.Element(XName.Get("archive", "http://purl.org/syndication/history/1.0")));
        Assert.Equal(["self", "alternate", "alternate", "alternate", "current", "prev-archive", "next-archive"], Relations(feed));
    }

    [Fact]
    public void Write_Json_TellsKindCodesAndPoint()
    {
        var json = JsonDocument.Parse(Write(Awkward(), FeedWindow.Newest, FeedForm.JsonFeed)).RootElement;
        var extension = json.GetProperty("items")[0].GetProperty("_aggregator");
        Assert.Equal(("CONSULT", "041", 35.9), (extension.GetProperty("plover").GetString(), extension.GetProperty("cameo").GetString(),
            extension.GetProperty("point").GetProperty("latitude").GetDouble()));
    }

    private static FeedPage Awkward() => Sample.Page(Sample.Entry(7), Sample.Entry(8, EntryChange.Updated), Sample.Entry(9, EntryChange.Retracted), Placed(Sample.Entry(10)));

    private static FeedEntry Placed(FeedEntry entry) =>
        entry with { Event = entry.Event with { Id = EventId.Parse("e-2"), Place = new Place { Name = "Valletta", Latitude = 35.9, Longitude = 14.51 } } };

    private static byte[] Write(FeedPage page, FeedWindow window, FeedForm form, string? hub = null) =>
        FeedWriter.Write((new TopicDocument(page, window, form, Server) { Hub = hub }).Make(), form);

    private static XElement AtomOf(FeedPage page, FeedWindow window) => XDocument.Parse(Encoding.UTF8.GetString(Write(page, window, FeedForm.Atom))).Root!;

    private static List<string> Ids(XElement feed) => [.. feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value)];

    private static List<string> Relations(XElement feed) => [.. feed.Elements(Atom + "link").Select(link => link.Attribute("rel")!.Value)];
}
