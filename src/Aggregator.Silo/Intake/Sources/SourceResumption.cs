using Aggregator.Store;

namespace Aggregator.Intake;

/// <summary>Wakes all sources when a silo starts, so that polling goes on where reminders are kept in memory only.</summary>
internal sealed class SourceResumption(IStore store, IGrainFactory grains) : IStartupTask
{
    public async Task Execute(CancellationToken cancellationToken)
    {
        await foreach (var source in StorePages.AllAsync<StoredSource, SourceId>(store.ReadSourcesAsync, source => source.Definition.Id, cancellationToken))
            await grains.GetGrain<ISourceGrain>(source.Definition.Id.Value).ResumeAsync();
    }
}
