namespace Aggregator.Subscriptions;

/// <summary>A secret that was replaced.</summary>
/// <param name="Secret">The new one. Keep it: it is told this once.</param>
/// <param name="OverlapUntil">Until when the one before signs, too, UTC.</param>
internal sealed record RotatedSecret(string Secret, DateTimeOffset OverlapUntil);
