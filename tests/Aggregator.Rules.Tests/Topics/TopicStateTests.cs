using Aggregator.Extraction;
using Aggregator.Resolution;
using Xunit;

namespace Aggregator.Topics;

public class TopicStateTests
{
    private static readonly Question Calls = QuestionParser.Parse("kind:call", out _)!;
    private readonly TopicState _state = new();

    [Fact]
    public void Decide_NewAnswer_IsAdded() => Assert.Equal(EntryChange.Added, _state.Decide(Sample.Event(), Calls));

    [Fact]
    public void Decide_NoAnswer_IsNothing() => Assert.Null(_state.Decide(Sample.Event(EventKind.Attack), Calls));

    [Fact]
    public void Decide_SameRevisionAgain_IsNothing()
    {
        _state.Apply(Sample.Event(), answers: true);
        Assert.Null(_state.Decide(Sample.Event(), Calls));
    }

    [Fact]
    public void Decide_LaterRevision_IsUpdated()
    {
        _state.Apply(Sample.Event(), answers: true);
        Assert.Equal(EntryChange.Updated, _state.Decide(Sample.Event(revision: 2), Calls));
    }

    [Fact]
    public void Decide_EarlierRevisionLate_IsNothing()
    {
        _state.Apply(Sample.Event(revision: 3), answers: true);
        Assert.Null(_state.Decide(Sample.Event(revision: 2), Calls));
    }

    [Fact]
    public void Decide_NoLongerAnswers_IsRetracted()
    {
        _state.Apply(Sample.Event(), answers: true);
        Assert.Equal(EntryChange.Retracted, _state.Decide(Sample.Event(EventKind.Meeting, revision: 2), Calls));
    }

    [Fact]
    public void Decide_RetractedEvent_IsRetractedOnce()
    {
        _state.Apply(Sample.Event(), answers: true);
        var gone = Sample.Event(revision: 2) with { State = EventState.Retracted };
        Assert.Equal(EntryChange.Retracted, _state.Decide(gone, Calls));
        _state.Apply(gone, answers: false);
        Assert.Null(_state.Decide(gone, Calls));
    }

    [Fact]
    public void Decide_MergedEvent_IsMerged()
    {
        _state.Apply(Sample.Event(), answers: true);
        Assert.Equal(EntryChange.Merged, _state.Decide(Sample.Event(revision: 2) with { State = EventState.Merged }, Calls));
    }

    [Fact]
    public void Decide_QuestionChanged_JudgesKnownRevisionsAnew()
    {
        var meetings = QuestionParser.Parse("kind:meeting", out _)!;
        _state.Apply(Sample.Event(), answers: true);
        _state.Apply(Sample.Event(EventKind.Meeting, "e-2"), answers: false);
        Assert.Equal(EntryChange.Retracted, _state.Decide(Sample.Event(), meetings, asked: true));
        Assert.Equal(EntryChange.Added, _state.Decide(Sample.Event(EventKind.Meeting, "e-2"), meetings, asked: true));
        Assert.Null(_state.Decide(Sample.Event(), Calls, asked: true));
    }
}
