namespace Aggregator.Intake;

/// <summary>Where an outlet stands.</summary>
/// <param name="Family">Its publisher family: outlets of one have one owner or one newsroom.</param>
/// <param name="IsAgency">True for a news agency, whose texts others carry.</param>
[GenerateSerializer, Immutable, Alias("outlet-standing")]
public sealed record OutletStanding([property: Id(0)] string Family, [property: Id(1)] bool IsAgency);
