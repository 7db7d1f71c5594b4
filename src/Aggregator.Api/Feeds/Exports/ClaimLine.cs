using Aggregator.Extraction;
using Aggregator.Resolution;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>A claim as it is exported: with its event.</summary>
/// <param name="Position">The position of its event's last entry.</param>
/// <param name="Change">What that entry told.</param>
/// <param name="Event">The event.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Claim">The claim.</param>
internal sealed record ClaimLine(long Position, EntryChange Change, EventId Event, EventKind Kind, Place? Place, CasualtyClaim Claim);
