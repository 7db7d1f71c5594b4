using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>An event with every delivery resolved into it.</summary>
/// <param name="Event">The event as it stands.</param>
/// <param name="Deliveries">The last delivery heard of each of its reports; retracted ones too, so that a repeat is known.</param>
public sealed record OpenEvent(NewsEvent Event, ImmutableDictionary<ReportId, ReportDelivery> Deliveries)
{
    /// <summary>The deliveries that stand.</summary>
    public IEnumerable<ReportDelivery> Standing => Deliveries.Values.Where(delivery => !delivery.Retracted);
}
