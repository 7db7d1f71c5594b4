using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>A change of an article that waits to go through the stages.</summary>
/// <param name="Sequence">Its place in the partition's order, ascending, not without gaps.</param>
/// <param name="Revision">The revision that this row brought; below <c>Article.Revision</c> when a later row waits too.</param>
/// <param name="Article">The article as it stands now.</param>
/// <param name="TraceParent">The W3C trace context it came in, or null.</param>
public sealed record InboxRow(long Sequence, int Revision, Article Article, string? TraceParent);
