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

    /// <summary>How much a shared term tells among the open events; counted anew when a sixteenth more are open.</summary>
    internal Rarity Rarity
    {
        get
        {
            if (_rarity is not null && _countedPuts * 16 <= _byFounder.Count) return _rarity;
            _countedPuts = 0;
            return _rarity = new Rarity(_byFounder.Count, term => _byTerm.TryGetValue(term, out var posting) ? posting.Count : 0);
        }
    }

    internal OpenEvent? Find(EventId id) => _events.GetValueOrDefault(id);

    internal EventId? EventOf(ReportId report) => _byReport.TryGetValue(report, out var id) ? id : null;

    internal void Put(OpenEvent open)
    {
        _countedPuts++;
        var last = Find(open.Event.Id);
        if (last is null || !ReferenceEquals(last.Founder, open.Founder) || !ReferenceEquals(last.Centre, open.Centre))
        {
            if (last is not null) Drop(last);
            if (open.Founder is { } founder)
            {
                _byFounder.TryAdd(founder.Articles[0], open.Event.Id);
                var counts = Counts(open);
                foreach (var term in open.Terms) _byTerm[term] = (_byTerm.GetValueOrDefault(term) ?? Posting.Empty).With(open.Event.Id, counts);
            }
        }
        _events[open.Event.Id] = open;
        foreach (var report in open.Deliveries.Keys) _byReport[report] = open.Event.Id;
    }

    internal void Remove(OpenEvent open)
    {
        Drop(open);
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
        return weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal).Take(CandidateCountMax)
            .Select(pair => _events[pair.Key]).Where(open => open.Founder is not null && (open.Event.State == EventState.Active || open.Event.IsRuledOut));
    }

    internal Block ToBlock() => new(block.Key, _events.ToImmutable(), _byReport.ToImmutable(), _byTerm.ToImmutable(), _byFounder.ToImmutable());

    private bool Counts(OpenEvent open) => _byFounder.TryGetValue(open.Founder!.Articles[0], out var id) && id == open.Event.Id;

    private void Drop(OpenEvent open)
    {
        if (open.Founder is not { } founder) return;
        var counts = Counts(open);
        foreach (var term in open.Terms)
        {
            if (!_byTerm.TryGetValue(term, out var posting)) continue;
            var rest = posting.Without(open.Event.Id, counts);
            if (rest.Latest.IsEmpty) _byTerm.Remove(term);
            else _byTerm[term] = rest;
        }
        if (counts) _byFounder.Remove(founder.Articles[0]);
    }
}
