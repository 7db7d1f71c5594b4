using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// Decides for each report of a block whether it tells of an open event or a new one. A report joins the event whose founder and
/// whose centre it is both like; it is never joined through look-alikes of look-alikes. Hearing a report twice changes nothing.
/// </summary>
public sealed class Resolver
{
    private readonly Dictionary<EventId, OpenEvent> _events = [];
    private readonly Dictionary<ReportId, EventId> _byReport = [];
    private readonly HashSet<EventId> _changed = [];
    private readonly HashSet<EventId> _touched = [];
    private readonly List<(ReportDelivery Delivery, EventId Event)> _heard = [];
    private readonly Block _block;

    private Resolver(Block block) => _block = block;

    /// <summary>Resolves a batch.</summary>
    /// <param name="block">The block as it stands, with every event that a delivery of the batch already belongs to.</param>
    /// <param name="batch">Deliveries. Taken by publication, whatever their order here.</param>
    /// <param name="now">When the change is recorded, UTC.</param>
    public static BlockChange Resolve(Block block, IReadOnlyCollection<ReportDelivery> batch, DateTimeOffset now)
    {
        var resolver = new Resolver(block);
        // Figures after happenings: a figure joins the event that its happening joined.
        foreach (var delivery in batch.OrderBy(delivery => delivery.PublishedAt).ThenBy(delivery => delivery.Report.About is not null)
                     .ThenBy(delivery => delivery.Report.Id.Value, StringComparer.Ordinal))
            resolver.Hear(delivery);
        return resolver.Close(now);
    }

    private void Hear(ReportDelivery delivery)
    {
        var known = EventOf(delivery.Report.Id);
        if (known is { } id)
        {
            _touched.Add(id);
            var last = Open(id)!.Deliveries[delivery.Report.Id];
            if (delivery.Revision < last.Revision || (delivery.Revision == last.Revision && delivery.Retracted == last.Retracted)) return;
            Put(id, delivery);
        }
        else if (!delivery.Retracted)
        {
            Put(Choose(delivery), delivery);
        }
        // The taking back of a report that never arrived: a later, shorter reading of the batch. Nothing to undo.
    }

    private EventId Choose(ReportDelivery delivery)
    {
        if (delivery.Report.About is { } about && EventOf(about) is { } happening) return happening;
        var account = Account.Of(delivery.Report.Kind, [delivery]);
        var best = Candidates()
            .Select(open => (open.Event.Id, Score: ScoreOf(account, open)))
            .Where(candidate => candidate.Score >= SamenessRule.SameFrom)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Score >= SamenessRule.SameFrom ? best.Id : FoundedBy(_block.Key, delivery.Report.Id);
    }

    private IEnumerable<OpenEvent> Candidates() =>
        _events.Values.Concat(_block.Events.Values.Where(open => !_events.ContainsKey(open.Event.Id)))
            .Where(open => open.Event.State == EventState.Active && open.Standing.Any());

    /// <summary>The lesser of the likeness to the founder and to the centre, so that both must hold.</summary>
    private static double ScoreOf(Account account, OpenEvent open)
    {
        var standing = open.Standing.ToList();
        var kind = EventFold.KindOf(standing);
        var founder = SamenessRule.Weigh(account, Account.Of(kind, [EventFold.FounderOf(standing)])).Score;
        return standing.Count == 1 ? founder : Math.Min(founder, SamenessRule.Weigh(account, Account.Of(kind, standing)).Score);
    }

    private void Put(EventId id, ReportDelivery delivery)
    {
        var open = Open(id) ?? new OpenEvent(EventFold.Blank(id, _block.Key, delivery), ImmutableDictionary<ReportId, ReportDelivery>.Empty);
        _events[id] = open with { Deliveries = open.Deliveries.SetItem(delivery.Report.Id, delivery) };
        _byReport[delivery.Report.Id] = id;
        _changed.Add(id);
        _touched.Add(id);
        _heard.Add((delivery, id));
    }

    private BlockChange Close(DateTimeOffset now)
    {
        var changed = ImmutableArray.CreateBuilder<NewsEvent>();
        foreach (var id in _changed.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            var open = _events[id];
            var folded = EventFold.Fold(open, now);
            _events[id] = open with { Event = folded };
            changed.Add(folded);
        }
        var block = _block.With(_events.Values);
        return new BlockChange(block, changed.ToImmutable(), [.. _heard], [.. _touched.Select(id => block.Events[id].Event)]);
    }

    private OpenEvent? Open(EventId id) => _events.TryGetValue(id, out var open) ? open : _block.Events.GetValueOrDefault(id);

    private EventId? EventOf(ReportId report) =>
        _byReport.TryGetValue(report, out var id) || _block.ByReport.TryGetValue(report, out id) ? id : null;

    // The founder names the event, so that a repeat after a crash founds the same one; with its block, because a changed article can
    // move a report into another block while the event that it founded in the first still stands there.
    private static EventId FoundedBy(BlockKey block, ReportId report)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{block.Value}\n{report.Value}"));
        return EventId.Parse(string.Create(CultureInfo.InvariantCulture, $"e-{Convert.ToHexStringLower(hash.AsSpan(0, 10))}"));
    }
}
