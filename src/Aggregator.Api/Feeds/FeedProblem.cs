using Aggregator.Http;

namespace Aggregator.Feeds;

/// <summary>What a follower is told that can't be served.</summary>
internal static class FeedProblem
{
    /// <summary>The follower knows more than there is: its topic was deleted and made again, or it follows another server. It has missed something.</summary>
    internal static Problem PositionAhead(long position, long lastPosition) =>
        new Problem(ProblemKind.PositionAhead, $"You have position {position}, the feed's last is {lastPosition}: this is not the feed you followed. Start again from 0.")
            .With("lastPosition", lastPosition);
}
