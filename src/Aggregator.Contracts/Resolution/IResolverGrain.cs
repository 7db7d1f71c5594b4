using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Aggregator.Resolution;

/// <summary>Decides for each report of one block whether it tells of a known happening or a new one. Key: the block.</summary>
[Alias("aggregator.resolver")]
public interface IResolverGrain : IGrainWithStringKey
{
    /// <summary>
    /// Resolves a batch. When it returns, every change is durable. Deliveries heard before change nothing.
    /// </summary>
    /// <param name="batch">Reports of this block, and retractions of such; 1 to 1,000.</param>
    /// <returns>Every event that a delivery belongs to, as it now stands, also where nothing changed: a repeat is routed again.</returns>
    [Alias("resolve")]
    Task<ImmutableArray<EventDelivery>> ResolveAsync(Immutable<ImmutableArray<ReportDelivery>> batch);
}
