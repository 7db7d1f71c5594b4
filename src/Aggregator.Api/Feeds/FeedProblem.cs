using Aggregator.Http;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>What a follower is told that can't be served.</summary>
internal static class FeedProblem
{
    /// <summary>Why a follower can't go on behind its position; null when it can.</summary>
    internal static Problem? Of(long position, FeedPage page) =>
        position > page.LastPosition ? PositionAhead(position, page.LastPosition) : position > 0 && position < page.Origin ? PositionGone(position, page.Origin) : null;

    /// <summary>The follower knows more than there is: its topic was deleted and made again, or it follows another server. It has missed something.</summary>
    private static Problem PositionAhead(long position, long lastPosition) =>
        new Problem(ProblemKind.PositionAhead, $"You have position {position}, the feed's last is {lastPosition}: this is not the feed you followed. Start again from 0.")
            .With("lastPosition", lastPosition);

    private static Problem PositionGone(long position, long origin) =>
        new Problem(ProblemKind.PositionGone, $"You have position {position}; what came after it was deleted with its topic, and this one begins behind {origin}. Start again from 0.")
            .With("origin", origin);
}
