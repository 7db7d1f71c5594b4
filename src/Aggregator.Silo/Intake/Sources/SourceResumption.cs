using Aggregator.Store;

namespace Aggregator.Intake;

/// <summary>Wakes all sources when a silo starts, so that polling goes on where reminders are kept in memory only.</summary>
internal sealed class SourceResumption(IStore store, IGrainFactory grains) : IStartupTask
{
    private const int PageCount = 500;

    public async Task Execute(CancellationToken cancellationToken)
    {
        SourceId? after = null;
        for (var page = await ReadAsync(after); page.Count > 0; page = await ReadAsync(after))
        {
            foreach (var source in page) await grains.GetGrain<ISourceGrain>(source.Definition.Id.Value).ResumeAsync();
            after = page[^1].Definition.Id;
        }

        Task<IReadOnlyList<StoredSource>> ReadAsync(SourceId? last) => store.ReadSourcesAsync(last, PageCount, cancellationToken);
    }
}
