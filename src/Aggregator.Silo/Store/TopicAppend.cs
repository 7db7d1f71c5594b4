using Aggregator.Topics;

namespace Aggregator.Store;

/// <summary>What one batch did to a topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="ExpectedPosition">The position that its author saw.</param>
/// <param name="DefinitionVersion">The definition that its author asked; where another stands, the append is refused.</param>
/// <param name="Entries">Entries, the first at one above the position, without gap; may be empty when only the backfill moves.</param>
/// <param name="Heard">Events that gave no entry but whose revision the topic has now heard of.</param>
/// <param name="Backfill">Where the backfill has come to, or null to leave it.</param>
public sealed record TopicAppend(
    TopicId Topic, long ExpectedPosition, int DefinitionVersion, IReadOnlyList<FeedEntry> Entries, IReadOnlyList<TopicMember> Heard,
    BackfillMove? Backfill);
