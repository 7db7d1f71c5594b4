using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Subscriptions;

/// <summary>What a request to a subscriber is for.</summary>
[GenerateSerializer, Alias("delivery-purpose"), JsonConverter(typeof(WireEnumConverter<DeliveryPurpose>))]
public enum DeliveryPurpose
{
    /// <summary>To tell of changes.</summary>
    Changes,
    /// <summary>To test that the receiver answers.</summary>
    Ping,
    /// <summary>To ask whether it asked.</summary>
    Verification,
    /// <summary>To tell that it is told no more.</summary>
    Denial,
    /// <summary>To tell that a topic was deleted.</summary>
    Deletion,
}
