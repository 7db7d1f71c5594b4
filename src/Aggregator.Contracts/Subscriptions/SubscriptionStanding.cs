using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Subscriptions;

/// <summary>Whether a subscriber is told.</summary>
[GenerateSerializer, Alias("subscription-standing"), JsonConverter(typeof(WireEnumConverter<SubscriptionStanding>))]
public enum SubscriptionStanding
{
    /// <summary>The subscriber has yet to confirm that it asked.</summary>
    Pending,
    /// <summary>It is told of every change.</summary>
    Active,
    /// <summary>It is told nothing until it is resumed; its positions are kept.</summary>
    Paused,
    /// <summary>It is told nothing any more; it is forgotten after a week.</summary>
    Ended,
}
