using Aggregator.Resolution;

namespace Aggregator.Store;

/// <summary>A delivery and the event it was resolved into.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Event">The event.</param>
public sealed record AssignedDelivery(ReportDelivery Delivery, EventId Event);
