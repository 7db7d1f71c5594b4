using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>What a hub pushed.</summary>
/// <param name="Token">The token in the callback's address.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="ContentType">The Content-Type header, or null.</param>
/// <param name="Signature">The X-Hub-Signature header, or null.</param>
[GenerateSerializer, Immutable, Alias("pushed-content")]
public sealed record PushedContent(
    [property: Id(0)] string Token, [property: Id(1)] Immutable<byte[]> Body, [property: Id(2)] string? ContentType, [property: Id(3)] string? Signature);
