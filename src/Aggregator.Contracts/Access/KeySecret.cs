namespace Aggregator.Access;

/// <summary>One secret of a key, by its hash: the secret itself is kept nowhere.</summary>
/// <param name="Hash">SHA-256 of the secret, 64 hexadecimal digits in lower case.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="EndsAt">When it stops working, for one that a rotation replaced; else null.</param>
[GenerateSerializer, Immutable, Alias("key-secret")]
public sealed record KeySecret([property: Id(0)] string Hash, [property: Id(1)] DateTimeOffset CreatedAt, [property: Id(2)] DateTimeOffset? EndsAt = null);
