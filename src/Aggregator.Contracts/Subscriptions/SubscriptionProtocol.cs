using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Subscriptions;

/// <summary>How a subscriber is told.</summary>
[GenerateSerializer, Alias("subscription-protocol"), JsonConverter(typeof(WireEnumConverter<SubscriptionProtocol>))]
public enum SubscriptionProtocol
{
    /// <summary>One request a change: a CloudEvent, signed as Standard Webhooks say.</summary>
    Webhook,
    /// <summary>WebSub: the topic's feed with its new entries, in the format of the address that was subscribed to.</summary>
    Websub,
}
