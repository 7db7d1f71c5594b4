using Orleans.Concurrency;

namespace Aggregator.Extraction;

/// <summary>
/// Hands articles that another version of the extractor has read to the inbox again, at bounded speed, until none is left. Key: 0.
/// </summary>
[Alias("aggregator.rereading")]
public interface IRereadingGrain : IGrainWithIntegerKey
{
    /// <summary>Says that the extractor may have another version than before. A hint: said again and again it costs nothing.</summary>
    [Alias("wake"), OneWay]
    Task WakeAsync();

    /// <summary>How far it has come.</summary>
    [Alias("readStatus")]
    Task<RereadingStatus> ReadStatusAsync();

    /// <summary>Stops it, or lets it go on, until said otherwise; a restart changes nothing about it.</summary>
    /// <param name="paused">True to stop.</param>
    /// <returns>How far it has come.</returns>
    [Alias("pause")]
    Task<RereadingStatus> PauseAsync(bool paused);
}
