using System.Globalization;
using System.Text;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>
/// How far a follower is, as the id of an event says it: a position where one topic is followed (<c>12</c>), positions by topic where several are
/// (<c>border-talks:12,floods:7</c>).
/// </summary>
internal static class StreamCursor
{
    /// <summary>The most topics that one connection follows.</summary>
    internal const int TopicCountMax = 50;

    /// <summary>How far a follower is.</summary>
    /// <param name="topics">What it follows.</param>
    /// <param name="isNamed">True for positions by topic.</param>
    internal static string Of(IReadOnlyList<FollowedTopic> topics, bool isNamed) => isNamed
        ? string.Join(',', topics.Select(topic => string.Create(CultureInfo.InvariantCulture, $"{topic.Id}:{topic.Position}")))
        : topics[0].Position.ToString(CultureInfo.InvariantCulture);

    /// <summary>The field of an event that tells it.</summary>
    internal static byte[] Field(IReadOnlyList<FollowedTopic> topics, bool isNamed) => Encoding.ASCII.GetBytes($"id: {Of(topics, isNamed)}\n");

    /// <summary>Reads positions by topic; false when the text is none.</summary>
    internal static bool TryRead(string text, out Dictionary<TopicId, long> positions)
    {
        positions = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var colon = part.LastIndexOf(':');
            if (colon < 0 || !TopicId.TryParse(part[..colon], out var topic) || !TryReadPosition(part[(colon + 1)..], out var position)) return false;
            positions[topic] = position;
            if (positions.Count > TopicCountMax) return false;
        }
        return true;
    }

    internal static bool TryReadPosition(string text, out long position) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out position) && position != long.MaxValue;
}
