namespace Aggregator.Subscriptions;

/// <summary>A webhook that was made.</summary>
/// <param name="Subscription">The webhook.</param>
/// <param name="Secret">What its requests are signed with (<c>whsec_…</c>). Keep it: it is told this once.</param>
internal sealed record CreatedWebhook(SubscriptionView Subscription, string Secret);
