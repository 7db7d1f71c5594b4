using Aggregator.Resolution;

namespace Aggregator.Topics;

/// <summary>
/// The events a topic has heard of, and what each further one does to its feed. Not safe for use by several threads at once.
/// </summary>
public sealed class TopicState
{
    private readonly Dictionary<EventId, NewsEvent> _answering = [];
    private readonly Dictionary<EventId, int> _revisions = [];

    /// <summary>The events that answer the question now.</summary>
    public IReadOnlyCollection<NewsEvent> Events => _answering.Values;

    /// <summary>What an event does to the feed: the change, or null when it does nothing.</summary>
    /// <param name="newsEvent">The event.</param>
    /// <param name="question">The topic's question.</param>
    /// <param name="asked">True when the question changed since the event was heard: then also a known revision is judged anew.</param>
    public EntryChange? Decide(NewsEvent newsEvent, Question question, bool asked = false)
    {
        var known = _revisions.GetValueOrDefault(newsEvent.Id);
        if (known > newsEvent.Revision || (known == newsEvent.Revision && !asked)) return null;
        var held = _answering.ContainsKey(newsEvent.Id);
        var answers = newsEvent.State == EventState.Active && new EventTerms(newsEvent).Answers(question);
        return (held, answers) switch
        {
            (true, true) => known == newsEvent.Revision ? null : WasSplit(newsEvent) ? EntryChange.Split : EntryChange.Updated,
            (false, true) => EntryChange.Added,
            (true, false) => newsEvent.State == EventState.Merged ? EntryChange.Merged : EntryChange.Retracted,
            (false, false) => null,
        };
    }

    private static bool WasSplit(NewsEvent newsEvent) =>
        newsEvent.Rulings is [.., { Kind: RulingKind.Split } last] && last.Revision == newsEvent.Revision;

    /// <summary>True when the topic has heard of the event in this revision or a later one.</summary>
    /// <param name="newsEvent">The event.</param>
    public bool HasHeard(NewsEvent newsEvent) => _revisions.GetValueOrDefault(newsEvent.Id) >= newsEvent.Revision;

    /// <summary>The event as it is in the topic, or null when it is not.</summary>
    /// <param name="id">The event.</param>
    public NewsEvent? Find(EventId id) => _answering.GetValueOrDefault(id);

    /// <summary>Takes in what was recorded.</summary>
    /// <param name="newsEvent">The event.</param>
    /// <param name="answers">True when it is in the topic from now on.</param>
    public void Apply(NewsEvent newsEvent, bool answers)
    {
        _revisions[newsEvent.Id] = newsEvent.Revision;
        if (answers) _answering[newsEvent.Id] = newsEvent;
        else _answering.Remove(newsEvent.Id);
    }

    /// <summary>Takes in an entry that was recorded.</summary>
    /// <param name="entry">The entry.</param>
    public void Apply(FeedEntry entry) => Apply(entry.Event, IsIn(entry.Change));

    /// <summary>True when an event is in the topic after such a change.</summary>
    /// <param name="change">The change.</param>
    public static bool IsIn(EntryChange change) => change is EntryChange.Added or EntryChange.Updated or EntryChange.Split;
}
