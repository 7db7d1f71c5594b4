using System.Collections.Immutable;

namespace Aggregator.Access;

/// <summary>All keys as they stood at one version.</summary>
/// <param name="Version">Counts every change of any key.</param>
/// <param name="Keys">By id, also those that ended.</param>
[GenerateSerializer, Immutable, Alias("key-list")]
public sealed record KeyList([property: Id(0)] long Version, [property: Id(1)] ImmutableArray<AccessKey> Keys);
