using Aggregator.Resolution;

namespace Aggregator.Store;

/// <summary>An event and the deliveries that it was made of.</summary>
/// <param name="Event">The event as it stands.</param>
/// <param name="Deliveries">Every delivery resolved into it, each the last heard of its report; retracted ones too.</param>
public sealed record StoredEvent(NewsEvent Event, IReadOnlyList<ReportDelivery> Deliveries);
