namespace Aggregator.Intake;

/// <summary>What a hub asks of, or tells, a callback by GET (WebSub, section 5).</summary>
/// <param name="Token">The token in the callback's address.</param>
/// <param name="Mode"><c>subscribe</c>, <c>unsubscribe</c> or <c>denied</c>.</param>
/// <param name="Topic">The feed's address.</param>
/// <param name="LeaseSeconds">The lease that is granted, or null.</param>
/// <param name="Reason">Why it is denied, or null.</param>
[GenerateSerializer, Immutable, Alias("hub-question")]
public sealed record HubQuestion(
    [property: Id(0)] string Token, [property: Id(1)] string Mode, [property: Id(2)] string Topic, [property: Id(3)] long? LeaseSeconds, [property: Id(4)] string? Reason);
