using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>A topic as one connection follows it.</summary>
/// <param name="grain">The topic's grain.</param>
/// <param name="stream">The topic's stream on this node.</param>
internal sealed class FollowedTopic(ITopicGrain grain, TopicStream stream)
{
    internal TopicId Id => stream.Id;

    internal ITopicGrain Grain => grain;

    internal TopicStream Stream => stream;

    /// <summary>The last position that the follower has, also of entries that it did not ask for.</summary>
    internal long Position { get; set; }
}
