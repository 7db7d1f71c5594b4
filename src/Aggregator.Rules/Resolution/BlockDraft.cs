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
    private readonly ImmutableDictionary<ArticleId, ArticleStand>.Builder _byArticle = block.ByArticle.ToBuilder();
    private readonly TermTable _terms = block.Index.Terms;
    private readonly Paged<Posting>.Draft _postings = block.Index.Postings.ToDraft();
    private readonly Paged<OpenEvent>.Draft _places = block.Index.Events.ToDraft();
    private readonly Dictionary<int, double> _candidates = [];
    private int _placeCount = block.Index.PlaceCount;
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
            return _rarity = RarityNow();
        }
    }

    /// <summary>The same, counted anew at once.</summary>
    internal Rarity RarityNow() => new(_countedCount, term => PostingOf(term)?.Count ?? 0);

    internal OpenEvent? Find(EventId id) => _events.GetValueOrDefault(id);

    internal EventId? EventOf(ReportId report) => _byReport.TryGetValue(report, out var id) ? id : null;

    internal void Put(OpenEvent open)
    {
        _countedPuts++;
        var last = Find(open.Event.Id);
        if (last is null || !ReferenceEquals(last.Founder, open.Founder) || !ReferenceEquals(last.Centre, open.Centre)) Index(last, open);
        else Stand(open with { Place = last.Place, TermNumbers = last.TermNumbers });
        foreach (var report in open.Deliveries.Keys) _byReport[report] = open.Event.Id;
    }

    internal void Remove(OpenEvent open)
    {
        Index(open, next: null);
        _events.Remove(open.Event.Id);
        _places[open.Place] = null;
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
            if (PostingOf(term) is { Latest.IsEmpty: false } posting) known.Add((posting, rarity.Of(term, posting.Count)));
        foreach (var (posting, weight) in known.OrderByDescending(item => item.Weight).Take(SearchTermCountMax))
            foreach (var place in posting.Latest) CollectionsMarshal.GetValueRefOrAddDefault(_candidates, place, out _) += weight;
        return Heaviest().Where(open => open.Founder is not null);
    }

    internal Block ToBlock() => new(
        block.Key, _events.ToImmutable(), _byReport.ToImmutable(), _byArticle.ToImmutable(), new TermIndex(_terms, _postings.ToPaged(), _places.ToPaged(), _placeCount), _countedCount);

    private Posting? PostingOf(string term) => _terms.Find(term) is { } number ? _postings[number] : null;

    private void Stand(OpenEvent open)
    {
        _events[open.Event.Id] = open;
        _places[open.Place] = open;
    }

    private IEnumerable<OpenEvent> Heaviest()
    {
        var heaviest = new List<(double Weight, OpenEvent Open)>(CandidateCountMax + 1);
        foreach (var (place, weight) in _candidates)
        {
            // Most are lighter than the lightest so far.
            if (heaviest.Count == CandidateCountMax && weight < heaviest[^1].Weight) continue;
            var item = (weight, _places[place]!);
            var at = heaviest.Count;
            while (at > 0 && IsHeavier(item, heaviest[at - 1])) at--;
            heaviest.Insert(at, item);
            if (heaviest.Count > CandidateCountMax) heaviest.RemoveAt(CandidateCountMax);
        }
        return heaviest.Select(item => item.Open);
    }

    private static bool IsHeavier((double Weight, OpenEvent Open) one, (double Weight, OpenEvent Open) other) =>
        one.Weight != other.Weight ? one.Weight > other.Weight : string.CompareOrdinal(one.Open.Event.Id.Value, other.Open.Event.Id.Value) < 0;

    /// <summary>
    /// Takes an event into the index in the place of what it was. What counts where rarity is counted follows from the events as they stand alone,
    /// whatever came and went before.
    /// </summary>
    private void Index(OpenEvent? last, OpenEvent? next)
    {
        var id = (next ?? last)!.Event.Id;
        var counted = last is not null && Counts(last);
        var recounted = Restand(id, last, next);
        var place = last?.Place ?? _placeCount++;
        var (gone, come) = (last?.TermNumbers ?? [], next is null ? [] : NumbersOf(next));
        if (next is not null) Stand(next with { Place = place, TermNumbers = come });
        var counts = next is not null && Counts(next);
        if (counted != counts) _countedCount += counts ? 1 : -1;
        var (before, after) = (0, 0);
        while (before < gone.Length || after < come.Length)
        {
            if (after == come.Length || (before < gone.Length && gone[before] < come[after])) Drop(gone[before++], place, counted);
            else if (before == gone.Length || gone[before] > come[after]) _postings[come[after]] = (_postings[come[after++]] ?? Posting.Empty).With(place, counts);
            else
            {
                Count(come[after], (counts ? 1 : 0) - (counted ? 1 : 0));
                (before, after) = (before + 1, after + 1);
            }
        }
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
        foreach (var term in Find(id)?.TermNumbers ?? []) Count(term, change);
    }

    private int[] NumbersOf(OpenEvent open)
    {
        int[] numbers = [.. open.Terms.Select(_terms.NumberOf)];
        Array.Sort(numbers);
        return numbers;
    }

    private void Count(int term, int change)
    {
        if (change != 0 && _postings[term] is { } posting) _postings[term] = posting with { Count = posting.Count + change };
    }

    private void Drop(int term, int place, bool counts)
    {
        if (_postings[term] is not { } posting) return;
        var rest = posting.Without(place, counts);
        _postings[term] = rest.Latest.IsEmpty ? null : rest;
    }
}
