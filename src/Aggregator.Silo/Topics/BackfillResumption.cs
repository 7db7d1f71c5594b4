using Aggregator.Store;

namespace Aggregator.Topics;

/// <summary>Wakes the topics whose backfill a stop or a crash interrupted, when the silo starts.</summary>
internal sealed class BackfillResumption(IStore store, IGrainFactory grains) : IStartupTask
{
    public async Task Execute(CancellationToken cancellationToken)
    {
        foreach (var topic in await store.ReadBackfillingAsync(cancellationToken)) await grains.GetGrain<ITopicGrain>(topic.Value).ResumeAsync();
    }
}
