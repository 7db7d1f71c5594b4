using System.Collections.Immutable;

namespace Aggregator.Topics;

/// <summary>A page of topics.</summary>
/// <param name="Topics">The topics, by id.</param>
/// <param name="Next">Where the next page is, or null when this is the last.</param>
internal sealed record TopicList(ImmutableArray<TopicDefinition> Topics, string? Next);
