using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>How far the re-reading of stored articles has come.</summary>
/// <param name="Number">Counts its changes, from 1.</param>
/// <param name="Version">The extractor's version that articles are to be read by.</param>
/// <param name="After">The last article that was handed on in this pass; null at its beginning.</param>
/// <param name="TotalCount">Articles that another version had read when it began.</param>
/// <param name="ReadCount">Articles handed to the inbox again since.</param>
/// <param name="Paused">True when a person has stopped it.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="DoneAt">When none was left, UTC; null while some are.</param>
public sealed record StoredRereading(
    long Number, string Version, ArticleId? After, long TotalCount, long ReadCount, bool Paused, DateTimeOffset StartedAt, DateTimeOffset? DoneAt);
