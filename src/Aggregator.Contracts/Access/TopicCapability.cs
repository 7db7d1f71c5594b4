using System.Collections.Immutable;

namespace Aggregator.Access;

/// <summary>Lets whoever has an unguessable address read one topic, as feed readers do that can't send a key.</summary>
/// <param name="Secrets">Its secrets by their hashes, the newest last; none where there is no such address.</param>
[GenerateSerializer, Immutable, Alias("topic-capability")]
public sealed record TopicCapability([property: Id(0)] ImmutableArray<KeySecret> Secrets)
{
    /// <summary>No address lets anybody in.</summary>
    public static TopicCapability None { get; } = new([]);
}
