using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>
/// Decides for each report of a block whether it tells of an open event or a new one. A report joins the event whose founder and
/// whose centre it is both like; it is never joined through look-alikes of look-alikes. Hearing a report twice changes nothing.
/// </summary>
public sealed class Resolver
{
    private readonly HashSet<EventId> _changed = [];
    private readonly HashSet<EventId> _touched = [];
    private readonly HashSet<EventId> _joined = [];
    private readonly HashSet<EventId> _shaken = [];
    private readonly Dictionary<(ArticleId Article, int Start), Seat> _taken = [];
    private readonly Dictionary<(ArticleId Article, EventKind Kind), Seat?> _retold = [];
    private readonly Dictionary<ReportId, Decision> _heard = [];
    private readonly Block _block;
    private readonly BlockDraft _draft;

    private Resolver(Block block) => (_block, _draft) = (block, new BlockDraft(block));

    /// <summary>Resolves a batch.</summary>
    /// <param name="block">The block as it stands, with every event that a delivery of the batch already belongs to.</param>
    /// <param name="batch">Deliveries. Taken by publication, whatever their order here.</param>
    /// <param name="now">When the change is recorded, UTC.</param>
    public static BlockChange Resolve(Block block, IReadOnlyCollection<ReportDelivery> batch, DateTimeOffset now)
    {
        var resolver = new Resolver(block);
        // What is taken back first: what its sentence is read as now takes its place. Figures after happenings: a figure joins the event that
        // its happening joined.
        foreach (var delivery in Latest(batch).OrderBy(delivery => !delivery.Retracted).ThenBy(delivery => delivery.PublishedAt).ThenBy(delivery => delivery.Report.About is not null)
                     .ThenBy(delivery => delivery.Report.Id.Value, StringComparer.Ordinal))
            resolver.Hear(delivery);
        return resolver.Close(now);
    }

    /// <summary>What was last said of each report: of several revisions of an article that come together only the last counts.</summary>
    private static IEnumerable<ReportDelivery> Latest(IEnumerable<ReportDelivery> batch) =>
        batch.GroupBy(delivery => delivery.Report.Id, (_, said) => said.OrderByDescending(delivery => delivery.Revision).ThenBy(delivery => delivery.Retracted).First());

    private void Hear(ReportDelivery delivery)
    {
        var known = _draft.EventOf(delivery.Report.Id);
        if (known is { } id)
        {
            _touched.Add(id);
            var last = _draft.Find(id)!.Deliveries[delivery.Report.Id];
            delivery = delivery with { Origin = last.Origin };
            if (delivery.Retracted) Take(delivery, new Seat(id, last.Origin));
            if (delivery.Revision < last.Revision || (delivery.Revision == last.Revision && delivery.Retracted == last.Retracted && ContentRule.IsSame(delivery, last))) return;
            _shaken.Add(id);
            Put(new Decision(delivery, id, new Likeness(0, [new("revised", 0, "its article was revised; it stayed where it was")])));
        }
        else if (!delivery.Retracted)
        {
            delivery = _block.Shared(delivery);
            var account = Account.Of(delivery.Report.Kind, [delivery]);
            Put(Choose(delivery, account), account);
        }
        // The taking back of a report that never arrived: a later, shorter reading of the batch. Nothing to undo.
    }

    /// <summary>Keeps in mind what an article says no longer, by where it stood and by its kind; of two of a kind nobody can tell which is told otherwise now.</summary>
    private void Take(ReportDelivery delivery, Seat seat)
    {
        _taken.TryAdd((delivery.Article, delivery.Report.Sentence.Start), seat);
        if (delivery.Report.About is not null) return;
        var kind = (delivery.Article, delivery.Report.Kind);
        if (!_retold.TryAdd(kind, seat) && _retold[kind] != seat) _retold[kind] = null;
    }

    /// <summary>The event that an article's earlier revision told in other words, where day, place and mode do not contradict.</summary>
    private Seat? Retold(ReportDelivery delivery)
    {
        if (!_retold.TryGetValue((delivery.Article, delivery.Report.Kind), out var told) || told is not { } seat || _draft.Find(seat.Event)!.Event is not { } known) return null;
        var isOtherDay = known.OccurredOn is { } was && delivery.Report.OccurredOn is { } day && !was.Overlaps(day);
        var isElsewhere = known.Place?.Country is { } country && delivery.Report.Place?.Country is { } other && country != other;
        var isOtherwise = known.Mode is { } mode && delivery.Report.Mode is { } way && mode != way;
        return isOtherDay || isElsewhere || isOtherwise ? null : seat;
    }

    private Decision Choose(ReportDelivery delivery, Account account)
    {
        if (delivery.Report.About is { } about && _draft.EventOf(about) is { } happening) return Seated(delivery, new Seat(happening, _draft.Find(happening)!.Deliveries[about].Origin), null);
        if (_taken.TryGetValue((delivery.Article, delivery.Report.Sentence.Start), out var taken) && !_draft.Find(taken.Event)!.Standing.Any())
            return Seated(delivery, taken, "its sentence was read otherwise before; it stayed where that was");
        if (Retold(delivery) is { } retold) return Seated(delivery, retold, "its article told it in other words before; it stayed where that was");
        var rarity = _draft.Rarity;
        var liked = Likeliest.Of(account, _draft.Candidates(account, rarity), rarity);
        if (liked.Count == 0) return new Decision(delivery, FoundedBy(_block.Key, delivery.Report.Id));
        var ((best, likeness), (rival, rivalLikeness)) = (liked[0], liked.ElementAtOrDefault(1));
        if (likeness.Score < SamenessRule.SameFrom) return new Decision(delivery, FoundedBy(_block.Key, delivery.Report.Id), null, best, likeness);
        return liked.Count == 1 ? new Decision(delivery, Ruled(best, delivery), likeness) : new Decision(delivery, Ruled(best, delivery), likeness, rival, rivalLikeness);
    }

    private static Decision Seated(ReportDelivery delivery, Seat seat, string? why) =>
        new(delivery with { Origin = seat.Origin }, seat.Event, why is null ? null : new Likeness(0, [new("revised", 0, why)]));

    /// <summary>The event, or the one that a person told apart from it and that the report's article went with.</summary>
    private EventId Ruled(EventId best, ReportDelivery delivery)
    {
        var open = _draft.Find(best)!;
        if (open.Event.Apart.IsEmpty || Tells(open, delivery)) return best;
        return open.Event.Apart.FirstOrDefault(id => _draft.Find(id) is { Event.State: EventState.Active } apart && Tells(apart, delivery), best);
    }

    private static bool Tells(OpenEvent open, ReportDelivery delivery) => open.Deliveries.Values.Any(known => known.Article == delivery.Article);

    private void Put(Decision decision, Account? account = null)
    {
        var (id, delivery) = (decision.Event, decision.Delivery);
        var open = _draft.Find(id);
        if (open is null || !open.Deliveries.ContainsKey(delivery.Report.Id)) _joined.Add(id);
        _draft.Put(open?.With(delivery) ?? new OpenEvent(EventFold.Blank(id, _block.Key, delivery), delivery, account ?? Account.Of(delivery.Report.Kind, [delivery])));
        _changed.Add(id);
        _touched.Add(id);
        _heard[delivery.Report.Id] = decision with { Delivery = delivery with { Basis = BasisRule.Of(decision) } };
    }

    private BlockChange Close(DateTimeOffset now)
    {
        var growth = new Growth(_block, _draft);
        foreach (var id in _shaken) _changed.UnionWith(growth.TakeApart(id));
        growth.Gather(_changed);
        var record = new GrowthRecord(_block, _draft, growth.Likeness);
        var changed = ImmutableArray.CreateBuilder<NewsEvent>();
        foreach (var id in _changed.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            var open = _draft.Find(id)!;
            if (Recorded(open, record, now) is not { } next)
            {
                if (open.Event.State == EventState.Merged) _draft.Put(_block.Events[id]);
                continue;
            }
            _draft.Put(open with { Event = next });
            changed.Add(next);
        }
        var moved = GrowthMoves.Of(_block, _draft, _changed, _heard, growth.Likeness);
        return new BlockChange(_draft.ToBlock(), changed.ToImmutable(), [.. _heard.Values, .. moved], [.. Touched()]);
    }

    /// <summary>An event's next revision; null where it says what its last one said.</summary>
    private NewsEvent? Recorded(OpenEvent open, GrowthRecord record, DateTimeOffset now)
    {
        if (open.Event.State == EventState.Merged) return record.Gone(open, now);
        if (record.Moved(open, now) is { } moved)
        {
            var told = EventFold.Fold(open with { Event = moved.Event }, now);
            return told with { Reason = moved.Event.ReportCount > 0 && told.Reason is { } reason ? $"{moved.Reason}; {reason}" : moved.Reason };
        }
        var folded = EventFold.Fold(open, now);
        return !_joined.Contains(open.Event.Id) && ContentRule.IsSame(folded, open.Event) ? null : folded;
    }

    /// <summary>
    /// The events that the batch belongs to, and what their last revision joined them with or parted them from: where a batch is driven again, they may not have reached
    /// the topics the first time.
    /// </summary>
    private IEnumerable<NewsEvent> Touched() =>
        _touched.Concat(_changed).Select(id => _draft.Find(id)!.Event)
            .SelectMany(touched => touched.Rulings.Where(ruling => ruling.Revision == touched.Revision).Select(ruling => ruling.Other).OfType<EventId>().Select(_draft.Find).OfType<OpenEvent>()
                .Select(other => other.Event).Prepend(touched))
            .DistinctBy(touched => touched.Id);

    // The founder names the event, so that a repeat after a crash founds the same one; with its block, because a changed article can
    // move a report into another block while the event that it founded in the first still stands there.
    private static EventId FoundedBy(BlockKey block, ReportId report)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{block.Value}\n{report.Value}"));
        return EventId.Parse(string.Create(CultureInfo.InvariantCulture, $"e-{Convert.ToHexStringLower(hash.AsSpan(0, 10))}"));
    }

    /// <summary>Where a report is: its event, and which of those that the event is made of.</summary>
    private readonly record struct Seat(EventId Event, EventId? Origin);
}
