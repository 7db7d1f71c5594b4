using System.Globalization;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>Makes a feed document of digests.</summary>
public static class DigestDocument
{
    /// <summary>The document.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="clock">What parts time.</param>
    /// <param name="digests">The digests, newest first.</param>
    /// <param name="form">The form that it will be written in.</param>
    /// <param name="server">The server's public address, without a slash at its end.</param>
    /// <param name="before">The moment that the digests end by, where one was asked for.</param>
    /// <param name="next">The moment that older digests end by, or null when there are none.</param>
    /// <param name="limit">How many digests were asked for, or null where nobody said.</param>
    public static FeedDocument Of(
        TopicDefinition topic, DigestClock clock, IReadOnlyList<Digest> digests, FeedForm form, string server, DateTimeOffset? before, DateTimeOffset? next, int? limit = null)
    {
        var every = clock.Step == DigestStep.Hour ? "Hourly" : "Daily";
        return new FeedDocument
        {
            Id = $"{FeedIds.Of(topic)}:{WireName.From(clock.Step)}:{Uri.EscapeDataString(clock.Zone.Id)}", Title = $"{every} digest: {topic.Title}", Subtitle = topic.Description,
            HomeUrl = $"{server}/#/topics/{topic.Id}", UpdatedAt = digests is [var latest, ..] ? latest.To : topic.CreatedAt,
            Links = [.. LinksOf(topic, clock, form, server, before, next, limit)], Items = [.. digests.Select(digest => ItemOf(topic, digest, server))],
        };
    }

    /// <summary>The path and query of digests, from <c>/v1</c> on.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="clock">What parts time.</param>
    /// <param name="extension">The end of the path: <c>.atom</c>, <c>.rss</c>, <c>.json</c>, or nothing for JSON.</param>
    /// <param name="before">The moment that they end by, or null.</param>
    /// <param name="limit">How many, or null for as many as usual.</param>
    public static string Path(TopicId topic, DigestClock clock, string extension, DateTimeOffset? before, int? limit = null)
    {
        var parameters = new List<string>();
        if (clock.Step != DigestStep.Day) parameters.Add($"every={WireName.From(clock.Step)}");
        if (!clock.IsUtc) parameters.Add($"zone={Uri.EscapeDataString(clock.Zone.Id)}");
        if (before is { } moment) parameters.Add($"before={moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}");
        if (limit is { } most) parameters.Add(string.Create(CultureInfo.InvariantCulture, $"limit={most}"));
        return $"/v1/topics/{topic}/digest{extension}{(parameters.Count == 0 ? "" : $"?{string.Join('&', parameters)}")}";
    }

    private static IEnumerable<FeedLink> LinksOf(TopicDefinition topic, DigestClock clock, FeedForm form, string server, DateTimeOffset? before, DateTimeOffset? next, int? limit)
    {
        string Address(FeedForm of, DateTimeOffset? to) => server + Path(topic.Id, clock, $".{FeedForms.Extension(of)}", to, limit);
        yield return new FeedLink("self", Address(form, before), FeedForms.MediaType(form));
        yield return new FeedLink("alternate", $"{server}/#/topics/{topic.Id}", "text/html");
        foreach (var other in FeedForms.All.Where(other => other != form)) yield return new FeedLink("alternate", Address(other, before), FeedForms.MediaType(other));
        yield return new FeedLink("first", Address(form, null), FeedForms.MediaType(form));
        if (next is not null) yield return new FeedLink("next", Address(form, next), FeedForms.MediaType(form));
    }

    private static FeedItem ItemOf(TopicDefinition topic, Digest digest, string server) => new()
    {
        Id = digest.Id, Title = digest.Title, Html = DigestText.Content(digest, topic.Id, server), Url = $"{server}/#/topics/{topic.Id}", PublishedAt = digest.To, UpdatedAt = digest.To,
        // Of the period in which the topic was defined there is nothing before that.
        JsonUrl = $"{server}/v1/topics/{topic.Id}/changes?{(digest.From < topic.CreatedAt ? "" : $"from={Iso(digest.From)}&")}to={Iso(digest.To)}",
    };

    private static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
