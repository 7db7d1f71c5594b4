using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>A block in the making: what a batch puts into it is found at once. Not safe for use by several threads at once.</summary>
internal sealed class BlockDraft(Block block)
{
    private const int CandidateCountMax = 16;
    private const int SearchTermCountMax = 24;

    private readonly ImmutableDictionary<EventId, OpenEvent>.Builder _events = block.Events.ToBuilder();
    private readonly ImmutableDictionary<ReportId, EventId>.Builder _byReport = block.ByReport.ToBuilder();
    private readonly ImmutableDictionary<string, Posting>.Builder _byTerm = block.ByTerm.ToBuilder();
    private readonly ImmutableDictionary<ArticleId, ArticleStand>.Builder _byArticle = block.ByArticle.ToBuilder();
    private readonly Dictionary<EventId, double> _candidates = [];
    private Rarity? _rarity;
    private int _countedPuts;
    private int _countedCount = block.CountedCount;

    /// <summary>How much a shared term tells among the open events; counted anew when a sixteenth more are open.</summary>
    internal Rarity Rarity
    {
        get
        {
            if (_rarity is not null && _countedPuts * 16 <= _countedCount) return _rarity;
            _countedPuts = 0;
            return _rarity = new Rarity(_countedCount, term => _byTerm.TryGetValue(term, out var posting) ? posting.Count : 0);
        }
    }

    internal OpenEvent? Find(EventId id) => _events.GetValueOrDefault(id);

    internal EventId? EventOf(ReportId report) => _byReport.TryGetValue(report, out var id) ? id : null;

    internal void Put(OpenEvent open)
    {
        _countedPuts++;
        var last = Find(open.Event.Id);
        if (last is null || !ReferenceEquals(last.Founder, open.Founder) || !ReferenceEquals(last.Centre, open.Centre)) Index(last, open);
        else _events[open.Event.Id] = open;
        foreach (var report in open.Deliveries.Keys) _byReport[report] = open.Event.Id;
    }

    internal void Remove(OpenEvent open)
    {
        Index(open, next: null);
        _events.Remove(open.Event.Id);
        foreach (var report in open.Deliveries.Keys)
            if (EventOf(report) == open.Event.Id) _byReport.Remove(report);
    }

    /// <summary>The events that share most rare terms with an account, at most 16.</summary>
    internal IEnumerable<OpenEvent> Candidates(Account account, Rarity rarity)
    {
        // One table for all of a batch: most of a report's thousands of ids come to nothing.
        _candidates.Clear();
        var known = new List<(Posting Posting, double Weight)>();
        foreach (var term in OpenEvent.TermsOf(account))
            if (_byTerm.TryGetValue(term, out var posting)) known.Add((posting, rarity.Of(term, posting.Count)));
        foreach (var (posting, weight) in known.OrderByDescending(item => item.Weight).Take(SearchTermCountMax))
            foreach (var id in posting.Latest) CollectionsMarshal.GetValueRefOrAddDefault(_candidates, id, out _) += weight;
        return Heaviest(_candidates).Select(id => _events[id]).Where(open => open.Founder is not null && (open.Event.State == EventState.Active || open.Event.IsRuledOut));
    }

    internal Block ToBlock() => new(block.Key, _events.ToImmutable(), _byReport.ToImmutable(), _byTerm.ToImmutable(), _byArticle.ToImmutable(), _countedCount);

    private static IEnumerable<EventId> Heaviest(Dictionary<EventId, double> weights)
    {
        var heaviest = new List<(double Weight, EventId Id)>(CandidateCountMax + 1);
        foreach (var (id, weight) in weights)
        {
            // Most are lighter than the lightest so far.
            if (heaviest.Count == CandidateCountMax && !IsHeavier((weight, id), heaviest[^1])) continue;
            var at = heaviest.Count;
            while (at > 0 && IsHeavier((weight, id), heaviest[at - 1])) at--;
            heaviest.Insert(at, (weight, id));
            if (heaviest.Count > CandidateCountMax) heaviest.RemoveAt(CandidateCountMax);
        }
        return heaviest.Select(item => item.Id);
    }

    private static bool IsHeavier((double Weight, EventId Id) one, (double Weight, EventId Id) other) =>
        one.Weight != other.Weight ? one.Weight > other.Weight : string.CompareOrdinal(one.Id.Value, other.Id.Value) < 0;

    /// <summary>
    /// Takes an event into the index in the place of what it was. What counts where rarity is counted follows from the events as they stand alone,
    /// whatever came and went before.
    /// </summary>
    private void Index(OpenEvent? last, OpenEvent? next)
    {
        var id = (next ?? last)!.Event.Id;
        var counted = last is not null && Counts(last);
        var recounted = Restand(id, last, next);
        if (next is not null) _events[id] = next;
        var counts = next is not null && Counts(next);
        if (counted != counts) _countedCount += counts ? 1 : -1;
        var terms = next?.Terms.ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var term in last?.Terms ?? [])
        {
            if (terms.Remove(term)) Count(term, (counts ? 1 : 0) - (counted ? 1 : 0));
            else Drop(term, id, counted);
        }
        foreach (var term in terms) _byTerm[term] = (_byTerm.GetValueOrDefault(term) ?? Posting.Empty).With(id, counts);
        foreach (var (other, change) in recounted) Recount(other, change);
    }

    /// <summary>Moves the event's articles; the other events that count now, or no longer, because of it.</summary>
    private List<(EventId Event, int Change)> Restand(EventId id, OpenEvent? last, OpenEvent? next)
    {
        var recounted = new List<(EventId, int)>();
        var (gone, come) = (ArticlesOf(last), ArticlesOf(next));
        foreach (var article in gone.Keys.Concat(come.Keys).Distinct())
        {
            var (before, after) = (gone.TryGetValue(article, out var founded), come.TryGetValue(article, out var founds));
            if (before && after && founded == founds) continue;
            var stand = _byArticle.GetValueOrDefault(article, ArticleStand.None);
            var moved = stand;
            if (before) moved = moved.Without(id, founded);
            if (after) moved = moved.With(id, founds);
            if (moved.IsNone) _byArticle.Remove(article);
            else _byArticle[article] = moved;
            if (stand.Counted == moved.Counted) continue;
            if (stand.Counted is { } uncounted && uncounted != id) recounted.Add((uncounted, -1));
            if (moved.Counted is { } other && other != id) recounted.Add((other, 1));
        }
        return recounted;
    }

    /// <summary>The articles that tell an event, that which founded it with the report that did.</summary>
    private static Dictionary<ArticleId, ReportId?> ArticlesOf(OpenEvent? open)
    {
        var articles = new Dictionary<ArticleId, ReportId?>();
        foreach (var article in open?.Centre?.Articles ?? []) articles[article] = null;
        if (open?.Founder is { } founder) articles[founder.Articles[0]] = open.FoundedBy;
        return articles;
    }

    private bool Counts(OpenEvent open) =>
        open.Founder is { } founder && _byArticle.TryGetValue(founder.Articles[0], out var stand) && stand.Counted == open.Event.Id;

    private void Recount(EventId id, int change)
    {
        _countedCount += change;
        foreach (var term in Find(id)?.Terms ?? []) Count(term, change);
    }

    private void Count(string term, int change)
    {
        if (change != 0 && _byTerm.TryGetValue(term, out var posting)) _byTerm[term] = posting with { Count = posting.Count + change };
    }

    private void Drop(string term, EventId id, bool counts)
    {
        if (!_byTerm.TryGetValue(term, out var posting)) return;
        var rest = posting.Without(id, counts);
        if (rest.Latest.IsEmpty) _byTerm.Remove(term);
        else _byTerm[term] = rest;
    }
}
