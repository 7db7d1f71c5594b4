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
    private readonly Dictionary<(ArticleId Article, int Start), EventId> _taken = [];
    private readonly Dictionary<(ArticleId Article, EventKind Kind), EventId?> _retold = [];
    private readonly List<Decision> _heard = [];
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
        foreach (var delivery in batch.OrderBy(delivery => !delivery.Retracted).ThenBy(delivery => delivery.PublishedAt).ThenBy(delivery => delivery.Report.About is not null)
                     .ThenBy(delivery => delivery.Report.Id.Value, StringComparer.Ordinal))
            resolver.Hear(delivery);
        return resolver.Close(now);
    }

    private void Hear(ReportDelivery delivery)
    {
        var known = _draft.EventOf(delivery.Report.Id);
        if (known is { } id)
        {
            _touched.Add(id);
            var last = _draft.Find(id)!.Deliveries[delivery.Report.Id];
            if (delivery.Retracted) Take(delivery, id);
            if (delivery.Revision < last.Revision || (delivery.Revision == last.Revision && delivery.Retracted == last.Retracted && ContentRule.IsSame(delivery, last))) return;
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
    private void Take(ReportDelivery delivery, EventId id)
    {
        _taken.TryAdd((delivery.Article, delivery.Report.Sentence.Start), id);
        if (delivery.Report.About is not null) return;
        var kind = (delivery.Article, delivery.Report.Kind);
        if (!_retold.TryAdd(kind, id) && _retold[kind] != id) _retold[kind] = null;
    }

    /// <summary>The event that an article's earlier revision told in other words, where day, place and mode do not contradict.</summary>
    private EventId? Retold(ReportDelivery delivery)
    {
        if (!_retold.TryGetValue((delivery.Article, delivery.Report.Kind), out var told) || told is not { } id || _draft.Find(id)!.Event is not { } known) return null;
        var isOtherDay = known.OccurredOn is { } was && delivery.Report.OccurredOn is { } day && !was.Overlaps(day);
        var isElsewhere = known.Place?.Country is { } country && delivery.Report.Place?.Country is { } other && country != other;
        var isOtherwise = known.Mode is { } mode && delivery.Report.Mode is { } way && mode != way;
        return isOtherDay || isElsewhere || isOtherwise ? null : id;
    }

    private Decision Choose(ReportDelivery delivery, Account account)
    {
        if (delivery.Report.About is { } about && _draft.EventOf(about) is { } happening) return new Decision(delivery, happening);
        if (_taken.TryGetValue((delivery.Article, delivery.Report.Sentence.Start), out var taken) && !_draft.Find(taken)!.Standing.Any())
            return new Decision(delivery, taken, new Likeness(0, [new("revised", 0, "its sentence was read otherwise before; it stayed where that was")]));
        if (Retold(delivery) is { } retold) return new Decision(delivery, retold, new Likeness(0, [new("revised", 0, "its article told it in other words before; it stayed where that was")]));
        var rarity = _draft.Rarity;
        var liked = Likeliest.Of(account, _draft.Candidates(account, rarity), rarity);
        if (liked.Count == 0) return new Decision(delivery, FoundedBy(_block.Key, delivery.Report.Id));
        var ((best, likeness), (rival, rivalLikeness)) = (liked[0], liked.ElementAtOrDefault(1));
        if (likeness.Score < SamenessRule.SameFrom) return new Decision(delivery, FoundedBy(_block.Key, delivery.Report.Id), null, best, likeness);
        return liked.Count == 1 ? new Decision(delivery, Ruled(best, delivery), likeness) : new Decision(delivery, Ruled(best, delivery), likeness, rival, rivalLikeness);
    }

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
        _heard.Add(decision with { Delivery = delivery with { Basis = BasisRule.Of(decision) } });
    }

    private BlockChange Close(DateTimeOffset now)
    {
        var changed = ImmutableArray.CreateBuilder<NewsEvent>();
        foreach (var id in _changed.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            var open = _draft.Find(id)!;
            var folded = EventFold.Fold(open, now);
            if (!_joined.Contains(id) && ContentRule.IsSame(folded, open.Event)) continue;
            _draft.Put(open with { Event = folded });
            changed.Add(folded);
        }
        return new BlockChange(_draft.ToBlock(), changed.ToImmutable(), [.. _heard], [.. _touched.Select(id => _draft.Find(id)!.Event)]);
    }

    // The founder names the event, so that a repeat after a crash founds the same one; with its block, because a changed article can
    // move a report into another block while the event that it founded in the first still stands there.
    private static EventId FoundedBy(BlockKey block, ReportId report)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{block.Value}\n{report.Value}"));
        return EventId.Parse(string.Create(CultureInfo.InvariantCulture, $"e-{Convert.ToHexStringLower(hash.AsSpan(0, 10))}"));
    }
}
