using Aggregator.Http;

namespace Aggregator.Subscriptions;

/// <summary>What a refusal of a subscription is to the client.</summary>
internal static class SubscriptionProblem
{
    private static readonly TimeSpan WhileFull = TimeSpan.FromMinutes(10), WhileBusy = TimeSpan.FromSeconds(30);

    internal static Problem Of(SubscriptionReply reply, SubscriptionId id) => reply.Refusal switch
    {
        SubscriptionRefusal.UnknownTopic => new Problem(ProblemKind.UnknownTopic, $"There is no topic '{reply.Topic}', or the subscription is not of it."),
        SubscriptionRefusal.PositionAhead => new Problem(ProblemKind.PositionAhead, $"The topic '{reply.Topic}' has not come that far."),
        SubscriptionRefusal.RefusedAddress => new Problem(ProblemKind.RefusedCallback, "The callback lies in a network that is not called; Sources:AllowedNetworks allows one."),
        SubscriptionRefusal.TooMany => new Problem(ProblemKind.TooManySubscriptions, "As many webhooks as may be are there already; Subscriptions:CountMax says how many."),
        SubscriptionRefusal.HubFull => new Problem(ProblemKind.TooManySubscribers, "The hub has as many subscribers as it may; Subscriptions:HubCountMax says how many.") { RetryAfter = WhileFull },
        SubscriptionRefusal.HubBusy => new Problem(ProblemKind.TooManySubscribers, "As many subscribers as may be have yet to confirm; Subscriptions:HubPendingCountMax says how many.") { RetryAfter = WhileBusy },
        SubscriptionRefusal.HubHostFull =>
            new Problem(ProblemKind.TooManySubscribersOfHost, "The callback's host has as many subscribers as one may; Subscriptions:HubCallbackHostCountMax says how many.") { RetryAfter = WhileFull },
        SubscriptionRefusal.OtherProtocol => new Problem(ProblemKind.NotAWebhook, "A WebSub subscription is changed by its subscriber, through the hub; here it can be read and deleted."),
        SubscriptionRefusal.InvalidSecret => new Problem(ProblemKind.InvalidSubscription, "The member secret is not whsec_ and 24 to 64 bytes in base64."),
        SubscriptionRefusal.GathersBinary => new Problem(ProblemKind.InvalidSubscription, "Changes are gathered in the structured mode only: give batchSeconds 0 with the mode binary."),
        _ => Unknown(id),
    };

    internal static Problem Unknown(SubscriptionId id) => new(ProblemKind.UnknownSubscription, $"No subscription has the id '{id}'.");
}
