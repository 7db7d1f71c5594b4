using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>Digests of a topic.</summary>
/// <param name="Topic">The topic's definition.</param>
/// <param name="Every">How long the periods are.</param>
/// <param name="Zone">Whose days they are.</param>
/// <param name="Digests">The digests, newest first. A period that brought nothing has none.</param>
/// <param name="Next">Where older digests are, or null when there are none. There may be some though this page is empty.</param>
internal sealed record DigestView(TopicDefinition Topic, DigestStep Every, string Zone, IReadOnlyList<Digest> Digests, string? Next);
