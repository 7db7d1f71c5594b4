using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Extraction;

/// <summary>How far a happening has come, as a report tells it or an event stands.</summary>
[GenerateSerializer, Alias("event-status"), JsonConverter(typeof(WireEnumConverter<EventStatus>))]
public enum EventStatus
{
    /// <summary>It happened.</summary>
    Occurred,
    /// <summary>Announced or expected.</summary>
    Planned,
    /// <summary>It is happening.</summary>
    Ongoing,
    /// <summary>Would, might, if.</summary>
    Hypothetical,
    /// <summary>Said not to have happened, or not to be going to.</summary>
    Denied,
    /// <summary>Was planned and will not happen.</summary>
    Cancelled,
    /// <summary>Was planned and will happen later.</summary>
    Postponed,
}
