namespace Aggregator.Resolution;

/// <summary>Where a delivery that was new went, and why.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Event">Its event.</param>
/// <param name="Why">How like that event it was; null when it founded the event, was heard again, or is a figure that went with its happening.</param>
/// <param name="Rival">The likest other event, or null when none was like it at all.</param>
/// <param name="WhyNot">How like the rival it was; null without one.</param>
public sealed record Decision(ReportDelivery Delivery, EventId Event, Likeness? Why = null, EventId? Rival = null, Likeness? WhyNot = null);
