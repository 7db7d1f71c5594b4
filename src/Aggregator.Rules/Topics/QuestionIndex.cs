using System.Collections.Immutable;

namespace Aggregator.Topics;

/// <summary>
/// Which topics an event could answer, without asking each. A question is filed under its rarest required terms: a smallest set of
/// keys of which every event that answers it has one. So an event costs what it matches, not how many topics there are.
/// Immutable: a change of definitions makes a new one.
/// </summary>
public sealed class QuestionIndex
{
    private readonly Dictionary<string, List<Filed>> _byKey = new(StringComparer.Ordinal);
    private readonly List<Filed> _always = [];

    /// <summary>Files questions.</summary>
    /// <param name="version">The definitions' version that they are of.</param>
    /// <param name="questions">Topics and their questions.</param>
    public QuestionIndex(long version, IEnumerable<KeyValuePair<TopicId, Question>> questions)
    {
        Version = version;
        foreach (var (topic, question) in questions)
        {
            var filed = new Filed(topic, question);
            TopicCount++;
            if (Cover(question) is not { } cover) _always.Add(filed);
            else foreach (var key in cover.Keys) File(key, filed);
        }
    }

    /// <summary>The definitions' version that the index is of; 0 for none.</summary>
    public long Version { get; }

    /// <summary>How many topics are filed.</summary>
    public int TopicCount { get; }

    /// <summary>The topics whose question an event answers.</summary>
    /// <param name="terms">The event.</param>
    public ImmutableArray<TopicId> Match(EventTerms terms)
    {
        var matched = ImmutableArray.CreateBuilder<TopicId>();
        var asked = new HashSet<TopicId>();
        foreach (var filed in _always.Where(filed => terms.Answers(filed.Question))) matched.Add(filed.Topic);
        foreach (var key in terms.Keys())
        {
            if (!_byKey.TryGetValue(key, out var candidates)) continue;
            foreach (var filed in candidates)
                if (asked.Add(filed.Topic) && terms.Answers(filed.Question)) matched.Add(filed.Topic);
        }
        return matched.ToImmutable();
    }

    private void File(string key, Filed filed)
    {
        if (!_byKey.TryGetValue(key, out var list)) _byKey.Add(key, list = []);
        list.Add(filed);
    }

    /// <summary>Keys of which every event that answers the question has one, with a guess of how many events have one; null when there are none.</summary>
    private static (ImmutableHashSet<string> Keys, double Cost)? Cover(Question question)
    {
        switch (question)
        {
            case Question.Has has:
                return ([KeyOf(has)], CostOf(has));
            case Question.All all:
                return all.Parts.Select(Cover).Where(cover => cover is not null).OrderBy(cover => cover!.Value.Cost).FirstOrDefault();
            case Question.Any any:
                var covers = any.Parts.Select(Cover).ToList();
                if (covers.Any(cover => cover is null)) return null;
                return (covers.SelectMany(cover => cover!.Value.Keys).ToImmutableHashSet(), covers.Sum(cover => cover!.Value.Cost));
            default:
                return null;
        }
    }

    private static string KeyOf(Question.Has has) =>
        IsValue(has) ? IndexKey.Value(has.Field, has.Value) : IndexKey.Name(has.Field, RarestWord(has.Value));

    private static bool IsValue(Question.Has has) =>
        has.Field is QuestionField.Kind or QuestionField.Status || (has.Field != QuestionField.Word && QuestionTerms.IsCode(has.Value));

    // Long words are rare ones: good enough to choose by, and it needs no counts that change.
    private static string RarestWord(string value) => value.Split(' ').MaxBy(word => word.Length)!;

    // The share of all events, in percent, that a term is likely to be found in.
    private static double CostOf(Question.Has has) => has.Field switch
    {
        QuestionField.Status => 50,
        QuestionField.Kind => 8,
        QuestionField.Outlet => 5,
        QuestionField.Actor or QuestionField.Recipient or QuestionField.Place => 2,
        QuestionField.Party => 4,
        QuestionField.Claimant => 0.5,
        _ => RarestWord(has.Value).Length <= 4 ? 1.5 : 0.3,
    };

    private sealed record Filed(TopicId Topic, Question Question);
}
