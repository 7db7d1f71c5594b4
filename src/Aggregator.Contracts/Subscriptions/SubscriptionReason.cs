using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Subscriptions;

/// <summary>Why a subscriber is not told.</summary>
[GenerateSerializer, Alias("subscription-reason"), JsonConverter(typeof(WireEnumConverter<SubscriptionReason>))]
public enum SubscriptionReason
{
    /// <summary>Its owner paused it.</summary>
    Asked,
    /// <summary>The receiver answered 410: it wants no more.</summary>
    Gone,
    /// <summary>Every attempt of the retry schedule failed.</summary>
    GaveUp,
    /// <summary>The subscriber asked to be told no more.</summary>
    Unsubscribed = 4,
    /// <summary>Its lease ran out and was not renewed.</summary>
    Expired,
    /// <summary>Its topic was deleted, or is no longer open to it.</summary>
    Denied,
    /// <summary>All of its topics were deleted.</summary>
    TopicDeleted,
}
