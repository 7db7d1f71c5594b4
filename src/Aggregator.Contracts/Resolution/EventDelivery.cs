namespace Aggregator.Resolution;

/// <summary>An event on its way to the topics.</summary>
/// <param name="Event">The event as it stands.</param>
/// <param name="TraceParent">The W3C trace context it travels in, or null.</param>
[GenerateSerializer, Immutable, Alias("event-delivery")]
public sealed record EventDelivery([property: Id(0)] NewsEvent Event, [property: Id(1)] string? TraceParent);
