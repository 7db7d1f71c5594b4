using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>Whether an event stands.</summary>
[GenerateSerializer, Alias("event-state"), JsonConverter(typeof(WireEnumConverter<EventState>))]
public enum EventState
{
    /// <summary>It stands.</summary>
    Active,
    /// <summary>Its reports went into another event.</summary>
    Merged,
    /// <summary>No report of it stands any more.</summary>
    Retracted,
}
