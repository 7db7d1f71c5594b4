namespace Aggregator.Feeds;

/// <summary>A period that a digest sums up: what was recorded after its start, up to its end.</summary>
/// <param name="Start">Its start, UTC; not in it.</param>
/// <param name="End">Its end, UTC; the last moment in it.</param>
public sealed record DigestPeriod(DateTimeOffset Start, DateTimeOffset End);
