using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>Makes sources of what a list names, one after the other.</summary>
[StatelessWorker]
internal sealed class SourceListGrain : Grain, ISourceListGrain
{
    public async Task<SourceListReply> ImportAsync(Immutable<byte[]> opml)
    {
        var reading = OpmlReader.Read(opml.Value);
        if (reading.Refusal is { } refusal) return new SourceListReply { Refusal = refusal.Detail };
        var sources = ImmutableArray.CreateBuilder<ListedSource>();
        foreach (var outline in reading.Outlines) sources.Add(await TakeAsync(outline));
        return new SourceListReply { Sources = sources.ToImmutable(), SkippedCount = reading.SkippedCount };
    }

    private async Task<ListedSource> TakeAsync(OpmlOutline outline)
    {
        var outlet = outline.Title.Length > 0 ? outline.Title : null;
        var id = SourceIdentity.Of(outline.Title, outline.Url);
        var source = GrainFactory.GetGrain<ISourceGrain>(id.Value);
        var isNew = await source.ReadStatusAsync() is null;
        if (isNew) await source.PutAsync(new SourceDefinition { Id = id, Url = outline.Url, Outlet = outlet });
        return new ListedSource(id, outline.Url, outlet, isNew);
    }
}
