using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>The one door of the inbox: HTTP, polled sources and the importer all submit here. Stateless; key 0.</summary>
[Alias("aggregator.intake-gate")]
public interface IIntakeGateGrain : IGrainWithIntegerKey
{
    /// <summary>Keeps a batch. What is returned is durable; a lost answer may be asked for again, at no harm.</summary>
    /// <param name="batch">1 to 1,000 submissions. Several of one article are taken in their order.</param>
    /// <param name="cancellation">Cancels the wait, not a commit that has begun.</param>
    [Alias("submit")]
    Task<SubmitReply> SubmitAsync(Immutable<ImmutableArray<Submission>> batch, CancellationToken cancellation = default);

    /// <summary>What waits in the inbox.</summary>
    [Alias("lag")]
    Task<InboxLag> ReadLagAsync();
}
