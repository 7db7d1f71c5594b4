using System.Globalization;
using Aggregator.Resolution;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>The ids of feeds and their items. They never change, and no two servers or topics of one name share them.</summary>
public static class FeedIds
{
    /// <summary>The feed of a topic. The moment of its creation tells it from one of the same name before or elsewhere.</summary>
    /// <param name="topic">The topic.</param>
    public static string Of(TopicDefinition topic) => $"urn:aggregator:topic:{NameOf(topic)}";

    /// <summary>The feed of a topic whose items are events: another feed than that of its changes.</summary>
    /// <param name="topic">The topic.</param>
    public static string OfEvents(TopicDefinition topic) => $"{Of(topic)}:events";

    /// <summary>The topic's id and the moment of its creation.</summary>
    /// <param name="topic">The topic.</param>
    public static string NameOf(TopicDefinition topic) =>
        string.Create(CultureInfo.InvariantCulture, $"{topic.Id}:{topic.CreatedAt.UtcDateTime:yyyyMMdd'T'HHmmssfff}");

    /// <summary>A change of a topic.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="position">The change's position.</param>
    public static string Of(TopicDefinition topic, long position) => string.Create(CultureInfo.InvariantCulture, $"{Of(topic)}:{position}");

    /// <summary>An event in a topic.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="newsEvent">The event.</param>
    public static string Of(TopicDefinition topic, EventId newsEvent) => $"{Of(topic)}:event:{Uri.EscapeDataString(newsEvent.Value)}";
}
