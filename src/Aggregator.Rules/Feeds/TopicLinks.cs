using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>The addresses of a topic's feed, and how its documents lead to one another (RFC 5005).</summary>
public static class TopicLinks
{
    /// <summary>Where the newest entries of a topic are served in a form: what feed readers subscribe to, and WebSub's topic.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="form">The form.</param>
    /// <param name="server">The server's public address, without a slash at its end.</param>
    public static string Address(TopicId topic, FeedForm form, string server) => $"{server}/v1/topics/{topic}/feed.{FeedForms.Extension(form)}";

    /// <summary>The address of a window of a topic's feed.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="window">The window.</param>
    /// <param name="form">The form.</param>
    /// <param name="server">The server's public address, without a slash at its end.</param>
    public static string Address(TopicId topic, FeedWindow window, FeedForm form, string server) => Address(topic, form, server) + Query(window);

    internal static ImmutableArray<FeedLink> Of(FeedPage page, FeedWindow window, FeedForm form, string server, string? hub)
    {
        var feed = Address(page.Topic.Id, form, server);
        var type = FeedForms.MediaType(form);
        var links = ImmutableArray.CreateBuilder<FeedLink>();
        var newest = FeedWindow.Newest with { PerEvent = window.PerEvent, AsOf = window.AsOf };
        void Add(string relation, FeedWindow to) => links.Add(new FeedLink(relation, feed + Query(to), type));

        Add("self", window);
        if (hub is not null) links.Add(new FeedLink("hub", hub, null));
        links.Add(new FeedLink("alternate", $"{server}/#/topics/{page.Topic.Id}", "text/html"));
        foreach (var other in FeedForms.All.Where(other => other != form))
            links.Add(new FeedLink("alternate", Address(page.Topic.Id, other, server) + Query(window), FeedForms.MediaType(other)));
        if (window.Archive is { } archive)
        {
            Add("current", newest);
            if (archive > FeedWindow.ArchiveOf(page.Origin + 1)) Add("prev-archive", newest with { Archive = archive - 1 });
            if (archive < FeedWindow.ArchiveCount(page.LastPosition)) Add("next-archive", newest with { Archive = archive + 1 });
            return links.ToImmutable();
        }
        Add("first", window with { Before = null });
        if (page.LastPosition > page.Origin) Add("last", window with { Before = Math.Min(page.Origin + window.Count, page.LastPosition) + 1 });
        if (page.Entries is [var oldest, ..] && oldest.Position > page.Origin + 1) Add("next", window with { Before = oldest.Position });
        if (page.Entries is [.., var newer] && newer.Position < page.LastPosition) Add("previous", window with { Before = Newer(newer.Position, window.Count, page.LastPosition) });
        // Only a document that reaches back to the archive is one that the archive completes.
        var archived = FeedWindow.ArchiveCount(page.LastPosition);
        if (window.Before is null && archived >= FeedWindow.ArchiveOf(page.Origin + 1) && page.LastPosition - window.Count <= FeedWindow.EndOf(archived))
            Add("prev-archive", newest with { Archive = archived });
        return links.ToImmutable();
    }

    private static long? Newer(long position, int count, long lastPosition) => position + count >= lastPosition ? null : position + count + 1;

    private static string Query(FeedWindow window)
    {
        var parameters = new List<string>();
        if (window.Archive is { } archive) parameters.Add(string.Create(CultureInfo.InvariantCulture, $"archive={archive}"));
        if (window.Before is { } before) parameters.Add(string.Create(CultureInfo.InvariantCulture, $"before={before}"));
        if (window.Limit is { } limit) parameters.Add(string.Create(CultureInfo.InvariantCulture, $"limit={limit}"));
        if (window.PerEvent) parameters.Add("per=event");
        if (window.AsOf is { } moment) parameters.Add($"asOf={moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)}");
        return parameters.Count == 0 ? "" : "?" + string.Join('&', parameters);
    }
}
