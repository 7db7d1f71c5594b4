using System.Collections.Immutable;
using Aggregator.Resolution;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>
/// Makes a feed document of a stretch of a topic's feed. Each change is an item of its own, so that nothing is edited without anyone told; what a change takes
/// back leaves a tombstone, in whichever document it was told. Or, where asked for, each event is one item that is edited.
/// </summary>
/// <param name="Page">The entries of the window.</param>
/// <param name="Window">The window.</param>
/// <param name="Form">The form that it will be written in; its links lead to documents of the same.</param>
/// <param name="Server">The server's public address, without a slash at its end.</param>
public sealed record TopicDocument(FeedPage Page, FeedWindow Window, FeedForm Form, string Server)
{
    /// <summary>The most earlier items that one document takes back.</summary>
    public const int EarlierCountMax = 500;

    /// <summary>The address of the hub that tells of news in the feed (WebSub), or null. Named where the window is one that the hub tells of.</summary>
    public string? Hub { get; init; }

    /// <summary>Where the events of <see cref="TakenBack"/> were told before this page.</summary>
    public ImmutableArray<EntryPlace> Earlier { get; init; } = [];

    /// <summary>The events that entries of the page take back, and whose items in earlier documents go, too; none where an item is an event and has one id in all.</summary>
    public ImmutableArray<EventId> TakenBack => Window.PerEvent ? [] : [.. Page.Entries.Where(entry => !TopicState.IsIn(entry.Change)).Select(entry => entry.Event.Id).Distinct()];

    /// <summary>The document.</summary>
    public FeedDocument Make()
    {
        var (items, deleted) = Window.PerEvent ? ByEvent() : ByChange();
        return new FeedDocument
        {
            Id = Window.PerEvent ? FeedIds.OfEvents(Page.Topic) : FeedIds.Of(Page.Topic), Title = Page.Topic.Title, Subtitle = Page.Topic.Description, HomeUrl = $"{Server}/#/topics/{Page.Topic.Id}",
            UpdatedAt = Page.Entries is [.., var latest] ? latest.RecordedAt : Page.Topic.ChangedAt, Links = TopicLinks.Of(Page, Window, Form, Server, Window.IsFollowed ? Hub : null),
            IsArchive = Window.Archive is not null, Items = [.. items], Deleted = [.. deleted],
        };
    }

    private (List<FeedItem> Items, List<DeletedItem> Deleted) ByChange()
    {
        var (items, deleted) = (new List<FeedItem>(), new List<DeletedItem>());
        var taking = new Dictionary<EventId, FeedEntry>();
        foreach (var entry in Page.Entries.Reverse())
        {
            var isIn = TopicState.IsIn(entry.Change);
            if (isIn && taking.TryGetValue(entry.Event.Id, out var later)) deleted.Add(Tombstone(entry.Position, later));
            else items.Add(ItemOf(entry));
            if (!isIn) taking[entry.Event.Id] = entry;
        }
        foreach (var place in Earlier)
            if (taking.TryGetValue(place.Event, out var later)) deleted.Add(Tombstone(place.Position, later));
        return (items, deleted);
    }

    private (List<FeedItem> Items, List<DeletedItem> Deleted) ByEvent()
    {
        var (items, deleted) = (new List<FeedItem>(), new List<DeletedItem>());
        foreach (var entry in Page.Entries.Reverse().DistinctBy(entry => entry.Event.Id))
        {
            if (TopicState.IsIn(entry.Change)) items.Add(ItemOf(entry));
            else deleted.Add(new DeletedItem(FeedIds.Of(Page.Topic, entry.Event.Id), entry.RecordedAt, EntryText.Removal(entry)));
        }
        return (items, deleted);
    }

    private DeletedItem Tombstone(long position, FeedEntry taking) => new(FeedIds.Of(Page.Topic, position), taking.RecordedAt, EntryText.Removal(taking));

    private FeedItem ItemOf(FeedEntry entry)
    {
        var (topic, newsEvent, perEvent) = (Page.Topic, entry.Event, Window.PerEvent);
        var first = newsEvent.FirstPublishedAt < entry.RecordedAt ? newsEvent.FirstPublishedAt : entry.RecordedAt;
        return new FeedItem
        {
            Id = perEvent ? FeedIds.Of(topic, newsEvent.Id) : FeedIds.Of(topic, entry.Position),
            Title = perEvent ? newsEvent.Headline : EntryText.Title(entry), Html = EntryText.Content(entry),
            Url = $"{Server}/#/topics/{topic.Id}/events/{Uri.EscapeDataString(newsEvent.Id.Value)}", JsonUrl = $"{Server}/v1/events/{Uri.EscapeDataString(newsEvent.Id.Value)}",
            PublishedAt = perEvent ? first : entry.RecordedAt, UpdatedAt = entry.RecordedAt, Categories = [.. CategoriesOf(entry)],
            Related = [.. newsEvent.Reports.Select(report => report.Url).OfType<string>().Where(EntryText.IsWeb).Distinct()],
            Point = newsEvent.Place is { Latitude: not null, Longitude: not null } place ? place : null, Entry = entry,
        };
    }

    private static IEnumerable<FeedCategory> CategoriesOf(FeedEntry entry)
    {
        var newsEvent = entry.Event;
        yield return new FeedCategory("change", WireName.From(entry.Change));
        yield return new FeedCategory("kind", WireName.From(newsEvent.Kind));
        if (newsEvent.Plover is { } plover) yield return new FeedCategory("plover", plover);
        if (newsEvent.Cameo is { } cameo) yield return new FeedCategory("cameo", cameo);
        yield return new FeedCategory("status", WireName.From(newsEvent.Status));
        foreach (var context in newsEvent.Contexts) yield return new FeedCategory("context", context);
        foreach (var party in newsEvent.Actors.Concat(newsEvent.Recipients).Select(party => party.Code?.Value).OfType<string>().Distinct())
            yield return new FeedCategory("party", party);
    }
}
