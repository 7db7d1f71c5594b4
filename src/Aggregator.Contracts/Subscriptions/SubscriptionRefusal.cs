namespace Aggregator.Subscriptions;

/// <summary>Why a subscription is not made, changed or moved.</summary>
[GenerateSerializer, Alias("subscription-refusal")]
public enum SubscriptionRefusal
{
    /// <summary>There is no such subscription.</summary>
    Unknown,
    /// <summary>There is no such topic, or the subscription is not of it.</summary>
    UnknownTopic,
    /// <summary>The position lies beyond the topic's end.</summary>
    PositionAhead,
    /// <summary>The callback lies in a network that is not called.</summary>
    RefusedAddress,
    /// <summary>As many webhooks as may be are there already.</summary>
    TooMany,
    /// <summary>It is of another protocol than this needs.</summary>
    OtherProtocol,
    /// <summary>The secret is not of the form that is signed with.</summary>
    InvalidSecret,
    /// <summary>The hub has as many subscribers as it may.</summary>
    HubFull,
    /// <summary>The callback's host has as many subscribers as one may.</summary>
    HubHostFull,
    /// <summary>As many subscribers as may be have yet to confirm.</summary>
    HubBusy,
    /// <summary>It would gather changes in the binary mode, which has one a request.</summary>
    GathersBinary,
}
