using System.Reflection;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>A topic of long ago with an entry every noon, of which all days but one came to nothing: what was added was taken back the same day.</summary>
internal sealed class QuietTopic
{
    /// <summary>Days with entries; a day's entry has the day's number for its position, from 1.</summary>
    internal const int DayCount = 350;

    /// <summary>The one day that brought something.</summary>
    internal const int LoudDay = 60;

    private static readonly DateTimeOffset Start = new(2020, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How often it was asked what changed.</summary>
    internal int AskedCount { get; private set; }

    /// <summary>Called whenever it is asked what changed.</summary>
    internal Action WhenAsked { get; init; } = () => { };

    /// <summary>A moment after all of it.</summary>
    internal static DateTimeOffset After => NoonOf(DayCount).AddDays(5);

    /// <summary>Gives out this topic, whichever is asked for.</summary>
    internal IGrainFactory Grains()
    {
        var topic = Answering.Make<ITopicGrain>(Answer);
        return Answering.Make<IGrainFactory>((_, _) => topic);
    }

    internal static DateTimeOffset NoonOf(long day) => Start.AddDays(day - 1);

    private object Answer(string call, object?[] given) => (call, given) switch
    {
        (nameof(ITopicGrain.ReadStatusAsync), _) => Task.FromResult<TopicStatus?>(new TopicStatus { Definition = Sample.Topic, Position = DayCount, EventCount = 1 }),
        (nameof(ITopicGrain.ReadMomentAsync), [DateTimeOffset moment]) => Task.FromResult<TopicMoment?>(new TopicMoment(Math.Clamp((long)Math.Floor((moment - Start).TotalDays) + 1, 0, DayCount), Start)),
        (nameof(ITopicGrain.ReadBeforeAsync), [long position, int]) => Task.FromResult<FeedPage?>(new FeedPage
        {
            Topic = Sample.Topic, LastPosition = DayCount, Entries = position <= 1 ? [] : [Sample.Entry(position - 1) with { RecordedAt = NoonOf(position - 1) }],
        }),
        (nameof(ITopicGrain.ReadChangesAsync), [ChangeQuery query]) => Task.FromResult<TopicChanges?>(ChangesOf(query)),
        _ => throw new NotSupportedException(call),
    };

    private TopicChanges ChangesOf(ChangeQuery query)
    {
        AskedCount++;
        WhenAsked();
        if (query is not { From: < LoudDay, To: >= LoudDay }) return new TopicChanges { From = query.From, To = query.To, Changes = [], TotalCount = 0 };
        var entry = Sample.Entry(LoudDay);
        var change = new TopicChange
        {
            Event = entry.Event.Id, Headline = entry.Event.Headline, Differences = [TopicDifference.New], RevisionAfter = 1, StatusAfter = entry.Event.Status, Position = LoudDay,
            RecordedAt = NoonOf(LoudDay), CorroborationAfter = entry.Event.Corroboration,
        };
        return new TopicChanges { From = query.From, To = query.To, Changes = [change], TotalCount = 1 };
    }
}

/// <summary>Answers an interface's calls by their names.</summary>
public class Answering : DispatchProxy
{
    private Func<string, object?[], object> _answer = (call, _) => throw new NotSupportedException(call);

    internal static T Make<T>(Func<string, object?[], object> answer) where T : class
    {
        var made = Create<T, Answering>();
        ((Answering)(object)made)._answer = answer;
        return made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answer(targetMethod!.Name, args ?? []);
}
