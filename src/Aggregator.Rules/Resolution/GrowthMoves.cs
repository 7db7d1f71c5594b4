using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>Which reports are in another event than before because events grew alike, or no longer are.</summary>
internal static class GrowthMoves
{
    /// <summary>The decisions on reports that were known; those that a batch heard are put right in place.</summary>
    /// <param name="block">The block as it stood before the batch.</param>
    /// <param name="draft">The block in the making.</param>
    /// <param name="changed">Events that the batch changed.</param>
    /// <param name="heard">What the batch heard.</param>
    /// <param name="likeness">How like the other each event was that became part of one now.</param>
    internal static List<Decision> Of(
        Block block, BlockDraft draft, IEnumerable<EventId> changed, Dictionary<ReportId, Decision> heard, IReadOnlyDictionary<EventId, Likeness> likeness)
    {
        var moves = new List<Decision>();
        foreach (var id in changed.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            var open = draft.Find(id)!;
            // Where nothing was joined or parted, each is where it was put.
            if (GrowthRecord.PartsOf(open).Count == 0 && GrowthRecord.PartsOf(block.Events.GetValueOrDefault(id)).Count == 0 && block.Events.GetValueOrDefault(id)?.Event.State != EventState.Merged) continue;
            foreach (var delivery in open.Deliveries.Values.OrderBy(delivery => delivery.Report.Id.Value, StringComparer.Ordinal))
                if (heard.TryGetValue(delivery.Report.Id, out var decision)) heard[delivery.Report.Id] = decision with { Event = id, Delivery = decision.Delivery with { Origin = delivery.Origin } };
                else if (!Was(block, delivery, id)) moves.Add(Moved(delivery, id, likeness));
        }
        return moves;
    }

    private static bool Was(Block block, ReportDelivery delivery, EventId id) =>
        block.ByReport[delivery.Report.Id] == id && block.Events[id].Deliveries[delivery.Report.Id].Origin == delivery.Origin;

    private static Decision Moved(ReportDelivery delivery, EventId id, IReadOnlyDictionary<EventId, Likeness> likeness)
    {
        var why = delivery.Origin is { } origin && likeness.TryGetValue(origin, out var found)
            ? found
            : new Likeness(0, [new("revised", 0, delivery.Origin is null ? "what its event had been merged for was taken back" : "its event became part of this one")]);
        var decision = new Decision(delivery, id, why);
        return decision with { Delivery = delivery with { Basis = BasisRule.Of(decision) } };
    }
}
