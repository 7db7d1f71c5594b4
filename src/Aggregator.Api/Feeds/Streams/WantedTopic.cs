using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>A topic that somebody asks to follow.</summary>
/// <param name="Id">The topic.</param>
/// <param name="Position">The last position that the follower has, or <see cref="StreamSession.Latest"/>.</param>
internal sealed record WantedTopic(TopicId Id, long Position)
{
    /// <summary>True where it was followed before: when it is gone by now, the follower is told so and follows the others.</summary>
    internal bool IsOptional { get; init; }

    /// <summary>True where the caller may not know of it: to them it is not there.</summary>
    internal bool IsHidden { get; init; }
}
