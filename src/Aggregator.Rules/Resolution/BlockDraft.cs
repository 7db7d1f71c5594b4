using System.Collections.Immutable;
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
    private readonly ImmutableDictionary<ArticleId, EventId>.Builder _byFounder = block.ByFounder.ToBuilder();
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
        _events[open.Event.Id] = open;
        foreach (var report in open.Deliveries.Keys) _byReport[report] = open.Event.Id;
    }

    internal void Remove(OpenEvent open)
    {
        var counts = Counts(open);
        foreach (var term in open.Terms) Drop(term, open.Event.Id, counts);
        if (counts && _byFounder.Remove(open.Founder!.Articles[0])) _countedCount--;
        _events.Remove(open.Event.Id);
        foreach (var report in open.Deliveries.Keys)
            if (EventOf(report) == open.Event.Id) _byReport.Remove(report);
    }

    /// <summary>The events that share most rare terms with an account, at most 16.</summary>
    internal IEnumerable<OpenEvent> Candidates(Account account, Rarity rarity)
    {
        var weights = new Dictionary<EventId, double>();
        var known = OpenEvent.TermsOf(account).Where(_byTerm.ContainsKey).Select(term => (Term: term, Weight: rarity.Of(term)));
        foreach (var (term, weight) in known.OrderByDescending(item => item.Weight).Take(SearchTermCountMax))
        {
            foreach (var id in _byTerm[term].Latest) weights[id] = weights.GetValueOrDefault(id) + weight;
        }
        return Heaviest(weights).Select(id => _events[id]).Where(open => open.Founder is not null && (open.Event.State == EventState.Active || open.Event.IsRuledOut));
    }

    internal Block ToBlock() => new(block.Key, _events.ToImmutable(), _byReport.ToImmutable(), _byTerm.ToImmutable(), _byFounder.ToImmutable(), _countedCount);

    private static IEnumerable<EventId> Heaviest(Dictionary<EventId, double> weights)
    {
        var least = new PriorityQueue<EventId, (double Weight, EventId Id)>(Comparer<(double Weight, EventId Id)>.Create(static (one, other) =>
            one.Weight != other.Weight ? one.Weight.CompareTo(other.Weight) : string.CompareOrdinal(other.Id.Value, one.Id.Value)));
        foreach (var (id, weight) in weights)
        {
            if (least.Count < CandidateCountMax) least.Enqueue(id, (weight, id));
            else least.EnqueueDequeue(id, (weight, id));
        }
        return least.UnorderedItems.Select(item => item.Element);
    }

    private void Index(OpenEvent? last, OpenEvent open)
    {
        if (last is null && open.Founder is { } founder && _byFounder.TryAdd(founder.Articles[0], open.Event.Id)) _countedCount++;
        var counts = Counts(last ?? open);
        var terms = open.Terms.ToHashSet(StringComparer.Ordinal);
        foreach (var gone in last?.Terms.Where(term => !terms.Remove(term)) ?? []) Drop(gone, open.Event.Id, counts);
        foreach (var term in terms) _byTerm[term] = (_byTerm.GetValueOrDefault(term) ?? Posting.Empty).With(open.Event.Id, counts);
        foreach (var article in open.Centre?.Articles ?? [])
            if (article != open.Founder!.Articles[0]) Uncount(article);
    }

    private bool Counts(OpenEvent open) => open.Founder is { } founder && _byFounder.TryGetValue(founder.Articles[0], out var id) && id == open.Event.Id;

    /// <summary>An article that tells what is known already makes no word less rare, whatever else it founds.</summary>
    private void Uncount(ArticleId article)
    {
        var known = _byFounder.TryGetValue(article, out var id);
        if (known && id == default) return;
        var counted = known ? Find(id) : null;
        if (counted is not null) _countedCount--;
        _byFounder[article] = default;
        foreach (var term in counted?.Terms ?? []) if (_byTerm.TryGetValue(term, out var posting)) _byTerm[term] = posting with { Count = posting.Count - 1 };
    }

    private void Drop(string term, EventId id, bool counts)
    {
        if (!_byTerm.TryGetValue(term, out var posting)) return;
        var rest = posting.Without(id, counts);
        if (rest.Latest.IsEmpty) _byTerm.Remove(term);
        else _byTerm[term] = rest;
    }
}
