using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>Makes the digests of a topic's past periods, newest first.</summary>
internal sealed class DigestReader(IGrainFactory grains, TimeProvider clock)
{
    private const int ChangeCountMax = 200;

    /// <summary>Periods that one request looks at, at most: a year's worth that brought nothing is not one reader's wait.</summary>
    internal const int PeriodCountMax = 100;

    // What was recorded just before a period's end may be written just behind it.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The digests, and the moment that older ones end by; null when there is no such topic. A period that is not over, or brought nothing, has no digest: where many
    /// brought nothing there may be older digests though there are few here, or none.
    /// </summary>
    /// <param name="id">The topic.</param>
    /// <param name="periods">What parts time.</param>
    /// <param name="before">Only digests that end by this moment, or null.</param>
    /// <param name="countMax">How many at most.</param>
    /// <param name="cancellation">Ends the reading between two periods.</param>
    internal async Task<(TopicDefinition Topic, IReadOnlyList<Digest> Digests, DateTimeOffset? Next)?> ReadAsync(
        TopicId id, DigestClock periods, DateTimeOffset? before, int countMax, CancellationToken cancellation)
    {
        var topic = grains.GetGrain<ITopicGrain>(id.Value);
        if (await topic.ReadStatusAsync() is not { } status) return null;
        var digests = new List<Digest>();
        var end = Boundary(periods, clock.GetUtcNow() - Settling);
        if (before is { } asked && asked < end) end = Boundary(periods, asked);
        for (var seen = 0; digests.Count < countMax && seen < PeriodCountMax; seen++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await topic.ReadMomentAsync(end) is not { } last || await topic.ReadBeforeAsync(last.Position + 1, 1) is not { Entries: [var entry] }) return (status.Definition, digests, null);
            // Periods without entries are passed over.
            var period = periods.PeriodOf(entry.RecordedAt);
            if (await topic.ReadMomentAsync(period.Start) is not { } first) return null;
            var query = new ChangeQuery { From = first.Position, To = last.Position, CountMax = ChangeCountMax };
            if (await topic.ReadChangesAsync(query) is not { } changes) return null;
            if (changes.TotalCount > 0) digests.Add(Digest.Of(status.Definition, periods, period, changes));
            end = period.Start;
        }
        return (status.Definition, digests, end);
    }

    /// <summary>The last end of a period that is not after the moment.</summary>
    private static DateTimeOffset Boundary(DigestClock periods, DateTimeOffset moment) => periods.PeriodOf(moment) is var period && period.End == moment ? moment : period.Start;
}
