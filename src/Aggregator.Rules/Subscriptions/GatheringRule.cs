using System.Collections.Immutable;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>Which of the changes that a webhook was not told yet go into its next request, and when.</summary>
public static class GatheringRule
{
    /// <summary>The changes to tell now; or none, and the moment from which there are some; or neither, where it wants none of them.</summary>
    /// <param name="subscription">The webhook.</param>
    /// <param name="entries">The changes after the last that it was told, ascending.</param>
    /// <param name="repeatThrough">The last position of the request that failed, which is repeated as it was; or null.</param>
    /// <param name="isFull">True when these are as many as one request takes: more are not waited for.</param>
    /// <param name="now">The moment.</param>
    public static (ImmutableArray<FeedEntry> Entries, DateTimeOffset? DueAt) Next(
        SubscriptionDefinition subscription, ImmutableArray<FeedEntry> entries, long? repeatThrough, bool isFull, DateTimeOffset now)
    {
        var wanted = entries.Where(entry => subscription.Changes.IsEmpty || subscription.Changes.Contains(entry.Change)).ToImmutableArray();
        if (wanted.IsEmpty) return ([], null);
        if (subscription.BatchSeconds is not { } seconds) return ([wanted[0]], null);
        var repeated = wanted.Where(entry => entry.Position <= repeatThrough).ToImmutableArray();
        if (!repeated.IsEmpty) return (repeated, null);
        var due = wanted[0].RecordedAt.AddSeconds(seconds);
        return due <= now || isFull ? (wanted, null) : ([], due);
    }
}
