using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Subscriptions;

/// <summary>How a CloudEvent travels by HTTP.</summary>
[GenerateSerializer, Alias("cloud-event-mode"), JsonConverter(typeof(WireEnumConverter<CloudEventMode>))]
public enum CloudEventMode
{
    /// <summary>Attributes and data in one JSON body.</summary>
    Structured,
    /// <summary>Attributes as <c>ce-</c> headers, the data alone as the body.</summary>
    Binary,
}
