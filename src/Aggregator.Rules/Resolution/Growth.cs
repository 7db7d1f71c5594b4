using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>
/// Makes one of events that grew alike, and two again of those whose likeness was taken back. Which report came from which event is kept with it
/// (<see cref="ReportDelivery.Origin"/>), so that a merge follows from what the events say as they stand, and not from what they once said.
/// </summary>
/// <param name="block">The block as it stood before the batch.</param>
/// <param name="draft">The block in the making.</param>
internal sealed class Growth(Block block, BlockDraft draft)
{
    private readonly Dictionary<EventId, Likeness> _likeness = [];

    /// <summary>How like the other each event was that became part of one now.</summary>
    internal IReadOnlyDictionary<EventId, Likeness> Likeness => _likeness;

    /// <summary>Takes the events apart that an event was made of, where they are open still; <see cref="Gather"/> puts them together again where they are alike still.</summary>
    /// <param name="id">An event.</param>
    /// <returns>The events that stand by themselves for now, this one not among them.</returns>
    internal IReadOnlyList<EventId> TakeApart(EventId id)
    {
        var open = draft.Find(id)!;
        // What a person split or retracted stays as the person saw it.
        if (open.Event.IsRuledOut || !open.Event.Apart.IsEmpty) return [];
        var parts = open.Deliveries.Values.Where(delivery => delivery.Origin is { } origin && draft.Find(origin) is { Event.State: EventState.Merged })
            .GroupBy(delivery => delivery.Origin!.Value).ToList();
        if (parts.Count == 0) return [];
        draft.Put(new OpenEvent(open.Event, open.Deliveries.RemoveRange(parts.SelectMany(part => part).Select(delivery => delivery.Report.Id))));
        foreach (var part in parts)
        {
            var risen = draft.Find(part.Key)!.Event with { State = EventState.Active, MergedInto = null };
            draft.Put(new OpenEvent(risen, part.ToImmutableDictionary(delivery => delivery.Report.Id, delivery => delivery with { Origin = null })));
        }
        return [.. parts.Select(part => part.Key)];
    }

    /// <summary>Puts events together that are alike, until none is like another.</summary>
    /// <param name="changed">Events that a batch changed; receives those that it joins them with.</param>
    internal void Gather(HashSet<EventId> changed)
    {
        var grown = changed.Select(id => draft.Find(id)!).Where(GrowthRule.MayHaveGrown).ToList();
        if (grown.Count == 0) return;
        var waiting = new Queue<EventId>(grown.OrderBy(FoundedAt).ThenBy(open => open.Event.Id.Value, StringComparer.Ordinal).Select(open => open.Event.Id));
        var rarity = draft.RarityNow();
        while (waiting.TryDequeue(out var id))
        {
            if (draft.Find(id) is not { } open || !GrowthRule.MayHaveGrown(open) || Likest(open, rarity) is not { } found) continue;
            Join(found.Told, found.Known, found.Likeness);
            changed.UnionWith([found.Told.Event.Id, found.Known.Event.Id]);
            waiting.Enqueue(found.Known.Event.Id);
        }
    }

    private (OpenEvent Told, OpenEvent Known, Likeness Likeness)? Likest(OpenEvent open, Rarity rarity)
    {
        (OpenEvent Told, OpenEvent Known, Likeness Likeness)? likest = null;
        foreach (var other in draft.Candidates(open.Centre!, rarity).Where(other => other.Event.Id != open.Event.Id).ToList())
        {
            var (told, known) = Stays(open, other) ? (other, open) : (open, other);
            if (GrowthRule.Of(told, known, rarity) is { } likeness && (likest is null || likeness.Score > likest.Value.Likeness.Score)) likest = (told, known, likeness);
        }
        return likest;
    }

    private void Join(OpenEvent told, OpenEvent known, Likeness likeness)
    {
        var moved = told.Deliveries.Values.Select(delivery => KeyValuePair.Create(delivery.Report.Id, delivery with { Origin = delivery.Origin ?? told.Event.Id }));
        draft.Put(new OpenEvent(told.Event with { State = EventState.Merged, MergedInto = known.Event.Id }, told.Deliveries.Clear()));
        draft.Put(new OpenEvent(known.Event, known.Deliveries.SetItems(moved)));
        _likeness[told.Event.Id] = likeness;
    }

    /// <summary>Which of two keeps its id: the one that stood before, else the one first founded.</summary>
    private bool Stays(OpenEvent one, OpenEvent other)
    {
        var order = Stood(other).CompareTo(Stood(one));
        if (order == 0) order = FoundedAt(one).CompareTo(FoundedAt(other));
        return order == 0 ? string.CompareOrdinal(one.Event.Id.Value, other.Event.Id.Value) < 0 : order < 0;
    }

    private bool Stood(OpenEvent open) => block.Events.GetValueOrDefault(open.Event.Id) is { Event.State: EventState.Active };

    private static DateTimeOffset FoundedAt(OpenEvent open) => open.Deliveries[open.FoundedBy!.Value].PublishedAt;
}
