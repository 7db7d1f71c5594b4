namespace Aggregator.Intake;

/// <summary>A turn at a host, or none.</summary>
/// <param name="Granted">True when the request may go out.</param>
/// <param name="Wait">When not: how long to stay away; else zero.</param>
[GenerateSerializer, Immutable, Alias("host-turn")]
internal sealed record HostTurn([property: Id(0)] bool Granted, [property: Id(1)] TimeSpan Wait);
