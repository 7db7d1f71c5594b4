using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>Polls one source's feed and submits its entries. Key: the source's id.</summary>
[Alias("aggregator.source")]
public interface ISourceGrain : IGrainWithStringKey
{
    /// <summary>Creates the source or changes it; a changed one is polled soon.</summary>
    /// <param name="definition">The source; its id is the grain's key.</param>
    /// <returns>True when it is new.</returns>
    [Alias("put")]
    Task<bool> PutAsync(SourceDefinition definition);

    /// <summary>The source as it stands, or null.</summary>
    [Alias("status"), AlwaysInterleave]
    Task<SourceStatus?> ReadStatusAsync();

    /// <summary>Stops polling and forgets the source; its articles stay. False when there is none.</summary>
    [Alias("delete")]
    Task<bool> DeleteAsync();

    /// <summary>Polls now, unless its host asked for patience or another poll runs; returns how it fares then, or null.</summary>
    [Alias("poll")]
    Task<SourceStatus?> PollAsync();

    /// <summary>Takes up polling after a start; nothing to do is fine.</summary>
    [Alias("resume"), OneWay]
    Task ResumeAsync();
}
