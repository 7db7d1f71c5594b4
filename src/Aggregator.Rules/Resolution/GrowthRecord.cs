using System.Collections.Immutable;
using System.Globalization;

namespace Aggregator.Resolution;

/// <summary>Writes into the events' history what became of events that grew alike, as decisions of resolution's own beside people's.</summary>
/// <param name="block">The block as it stood before the batch.</param>
/// <param name="draft">The block in the making.</param>
/// <param name="likeness">How like the other each event was that became part of one now.</param>
internal sealed class GrowthRecord(Block block, BlockDraft draft, IReadOnlyDictionary<EventId, Likeness> likeness)
{
    /// <summary>Who decides, in the history.</summary>
    internal const string By = "resolution";

    /// <summary>The events that an event is made of, itself not among them.</summary>
    /// <param name="open">An event, or null.</param>
    internal static HashSet<EventId> PartsOf(OpenEvent? open) => [.. (open?.Deliveries.Values ?? []).Select(delivery => delivery.Origin).OfType<EventId>()];

    /// <summary>The revision of an event that became part of another; null where it was that before.</summary>
    /// <param name="open">The event.</param>
    /// <param name="now">When it is recorded, UTC.</param>
    internal NewsEvent? Gone(OpenEvent open, DateTimeOffset now)
    {
        var (id, into) = (open.Event.Id, open.Event.MergedInto!.Value);
        if (block.Events.GetValueOrDefault(id)?.Event is { State: EventState.Merged } was && was.MergedInto == into) return null;
        var why = Alike(id);
        return EventFold.Gone(Ruled(open.Event, RulingKind.Merge, into, why, now), into, now, $"merged into {into}: {why}");
    }

    /// <summary>An event before it is folded, with what was put together or taken apart in its history, and that in words; null where nothing was.</summary>
    /// <param name="open">An event that stands by itself.</param>
    /// <param name="now">When it is recorded, UTC.</param>
    internal (NewsEvent Event, string Reason)? Moved(OpenEvent open, DateTimeOffset now)
    {
        var was = block.Events.GetValueOrDefault(open.Event.Id);
        var (parts, before) = (PartsOf(open), PartsOf(was));
        var (moved, notes) = (open.Event, new List<string>());
        void Note(RulingKind kind, EventId other, string why, string note)
        {
            moved = Ruled(moved, kind, other, why, now);
            notes.Add($"{note} {other}: {why}");
        }
        const string Unlike = "what made the two alike was taken back";
        if (was?.Event is { State: EventState.Merged, MergedInto: { } other }) Note(RulingKind.Split, other, Unlike, "apart again from");
        foreach (var part in InOrder(before.Except(parts))) Note(RulingKind.Split, part, Unlike, "apart again from");
        foreach (var part in InOrder(parts.Except(before)))
            if (draft.Find(part)?.Event.MergedInto == open.Event.Id) Note(RulingKind.Merge, part, Alike(part), "merged with");
        return notes.Count == 0 ? null : (moved, string.Join("; ", notes));
    }

    private string Alike(EventId gone) => likeness.TryGetValue(gone, out var found)
        ? string.Create(CultureInfo.InvariantCulture, $"they grew alike, {found.Score:0.0} where {GrowthRule.GrownFrom:0.0} is enough")
        : "they grew alike";

    private static NewsEvent Ruled(NewsEvent newsEvent, RulingKind kind, EventId other, string reason, DateTimeOffset now) => newsEvent with
    {
        Rulings = RulingRule.WithLast(newsEvent.Rulings, new Ruling { Kind = kind, Revision = newsEvent.Revision + 1, Other = other, Reason = reason, By = By, At = now }),
    };

    private static IEnumerable<EventId> InOrder(IEnumerable<EventId> ids) => ids.OrderBy(id => id.Value, StringComparer.Ordinal);
}
