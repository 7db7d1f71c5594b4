using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>
/// Drives one partition of the inbox through the stages, a batch at a time, and moves the partition's cursor when all have
/// acknowledged. Key: the partition, from 0.
/// </summary>
[Alias("aggregator.intake")]
public interface IIntakeGrain : IGrainWithIntegerKey
{
    /// <summary>Says that rows wait. A hint: the grain also looks by itself.</summary>
    [Alias("wake"), OneWay, AlwaysInterleave]
    Task WakeAsync();
}
