using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Aggregator.Resolution;

/// <summary>Decides for each report of one block whether it tells of a known happening or a new one. Key: the block.</summary>
[Alias("aggregator.resolver")]
public interface IResolverGrain : IGrainWithStringKey
{
    /// <summary>
    /// Resolves a batch. When it returns, every change is durable. Deliveries heard before change nothing. Under load a batch waits for those before it:
    /// one that its author gave up would be resolved all the same, and then again.
    /// </summary>
    /// <param name="batch">Reports of this block, and retractions of such; 1 to 1,000.</param>
    /// <returns>Every event that a delivery belongs to, as it now stands, also where nothing changed: a repeat is routed again.</returns>
    [Alias("resolve"), ResponseTimeout("00:10:00")]
    Task<ImmutableArray<EventDelivery>> ResolveAsync(Immutable<ImmutableArray<ReportDelivery>> batch);

    /// <summary>Takes a person's decision on an event of this block. When it returns, the change is durable and has reached the topics.</summary>
    /// <param name="request">The decision. Deciding the same again changes nothing.</param>
    [Alias("rule"), ResponseTimeout("00:02:00")]
    Task<RulingReply> RuleAsync(RulingRequest request);

    /// <summary>Why an event's reports are together and look-alikes apart, or null when the block has no such event.</summary>
    /// <param name="id">The event.</param>
    /// <param name="other">Another event to be weighed against it, or null.</param>
    [Alias("explain")]
    Task<Explanation?> ExplainAsync(EventId id, EventId? other);

    /// <summary>
    /// The same as an event stood at a moment, by the reports that its revision of then shows: the first and the latest 39. What is weighed anew is weighed as
    /// rare as words are now. Null when nothing was known of it then.
    /// </summary>
    /// <param name="id">The event.</param>
    /// <param name="other">Another event to be weighed against it as it stood then, or null.</param>
    /// <param name="asOf">The moment by recorded time, UTC.</param>
    [Alias("explain-as-of")]
    Task<Explanation?> ExplainAsync(EventId id, EventId? other, DateTimeOffset asOf);
}
