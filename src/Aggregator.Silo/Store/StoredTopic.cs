using Aggregator.Access;
using Aggregator.Topics;

namespace Aggregator.Store;

/// <summary>A topic as the store has it.</summary>
/// <param name="Definition">Its definition.</param>
/// <param name="Position">Position of its last entry; 0 when it has none.</param>
/// <param name="LastEntryAt">When that was recorded, UTC, or null.</param>
/// <param name="BackfillCursor">How far the backfill has come in the order of stored events; null when it is done.</param>
/// <param name="Origin">The position before its first entry: 0, or the last one of a deleted topic that had its id.</param>
/// <param name="Capability">What lets in by address, or null.</param>
public sealed record StoredTopic(TopicDefinition Definition, long Position, DateTimeOffset? LastEntryAt, long? BackfillCursor, long Origin = 0, TopicCapability? Capability = null);
