using System.Collections.Immutable;
using Aggregator.Resolution;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>
/// Makes a feed document of a stretch of a topic's feed. Each change is an item of its own, so that nothing is edited without anyone told; what was taken back
/// later in the same stretch leaves a tombstone. Or, where asked for, each event is one item that is edited.
/// </summary>
public static class TopicDocument
{
    /// <summary>The document.</summary>
    /// <param name="page">The entries of the window.</param>
    /// <param name="window">The window.</param>
    /// <param name="form">The form that it will be written in; its links lead to documents of the same.</param>
    /// <param name="server">The server's public address, without a slash at its end.</param>
    /// <param name="hub">The address of the hub that tells of news in the feed (WebSub), or null.</param>
    public static FeedDocument Of(FeedPage page, FeedWindow window, FeedForm form, string server, string? hub)
    {
        var topic = page.Topic;
        var items = ImmutableArray.CreateBuilder<FeedItem>();
        var deleted = ImmutableArray.CreateBuilder<DeletedItem>();
        var later = new Dictionary<EventId, FeedEntry>();
        foreach (var entry in page.Entries.Reverse())
        {
            var isSeen = later.TryGetValue(entry.Event.Id, out var after);
            var isIn = TopicState.IsIn(entry.Change);
            if (window.PerEvent)
            {
                if (!isSeen && isIn) items.Add(ItemOf(topic, entry, server, perEvent: true));
                else if (!isSeen) deleted.Add(new DeletedItem(FeedIds.Of(topic, entry.Event.Id), entry.RecordedAt, EntryText.Removal(entry)));
            }
            else if (isIn && after is { } taken)
            {
                deleted.Add(new DeletedItem(FeedIds.Of(topic, entry.Position), taken.RecordedAt, EntryText.Removal(taken)));
            }
            else
            {
                items.Add(ItemOf(topic, entry, server, perEvent: false));
            }
            if (window.PerEvent ? !isSeen : !isIn) later[entry.Event.Id] = entry;
        }
        return new FeedDocument
        {
            Id = FeedIds.Of(topic), Title = topic.Title, Subtitle = topic.Description, HomeUrl = $"{server}/#/topics/{topic.Id}",
            UpdatedAt = page.Entries is [.., var latest] ? latest.RecordedAt : topic.ChangedAt, Links = TopicLinks.Of(page, window, form, server, hub),
            IsArchive = window.Archive is not null, Items = items.ToImmutable(), Deleted = deleted.ToImmutable(),
        };
    }

    private static FeedItem ItemOf(TopicDefinition topic, FeedEntry entry, string server, bool perEvent)
    {
        var newsEvent = entry.Event;
        var first = newsEvent.FirstPublishedAt < entry.RecordedAt ? newsEvent.FirstPublishedAt : entry.RecordedAt;
        return new FeedItem
        {
            Id = perEvent ? FeedIds.Of(topic, newsEvent.Id) : FeedIds.Of(topic, entry.Position),
            Title = perEvent ? newsEvent.Headline : EntryText.Title(entry), Html = EntryText.Content(entry),
            Url = $"{server}/#/topics/{topic.Id}/events/{Uri.EscapeDataString(newsEvent.Id.Value)}", JsonUrl = $"{server}/v1/events/{Uri.EscapeDataString(newsEvent.Id.Value)}",
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
