using System.Globalization;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>
/// Entity tags of what is made of a topic. Of one address and one definition it depends on the last position alone; a topic that was deleted and made again is
/// another.
/// </summary>
internal static class TopicTag
{
    internal static string Of(TopicDefinition topic, long position, string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{topic.CreatedAt.UtcTicks:x}.{topic.Version}.{position}.{kind}\"");
}
