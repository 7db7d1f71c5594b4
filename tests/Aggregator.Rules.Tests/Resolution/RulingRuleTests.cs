using Aggregator.Extraction;
using Aggregator.Intake;
using Xunit;

namespace Aggregator.Resolution;

public class RulingRuleTests
{
    private static readonly Block Empty = Block.Empty(BlockKey.Parse("talks"));

    private static ReportDelivery Call(string id, string outlet, string date, string article = "") => Sample.Delivery(Sample.Report(id, EventKind.Call, "KEN", "NOR") with
    {
        OccurredOn = OccurredOn.TryParse(date, out var on) ? on : null,
        Article = ArticleId.Parse(article.Length > 0 ? article : $"article-of-{id}"),
    }, outlet);

    private static (Block Block, EventId First, EventId Second) Two()
    {
        var change = Resolver.Resolve(Empty, [Call("r-1", "North Wire", "2026-09-14"), Call("r-2", "South Post", "2026-09-14"), Call("r-3", "East Mail", "2026-09-28")], Sample.Noon);
        Assert.Equal(2, change.Changed.Length);
        return (change.Block, change.Block.ByReport[ReportId.Parse("r-1")], change.Block.ByReport[ReportId.Parse("r-3")]);
    }

    private static RulingRequest Request(RulingKind kind, EventId id, EventId? into = null, params string[] reports) => new()
    {
        Kind = kind, Event = id, Into = into, Reports = [.. reports.Select(ReportId.Parse)], Reason = "the envoys say so", By = "Ada",
    };

    [Fact]
    public void Rule_Merge_MovesEveryReportAndLeavesARedirect()
    {
        var (block, first, second) = Two();
        var (reply, change) = RulingRule.Rule(block, Request(RulingKind.Merge, second, first), Sample.Noon);
        Assert.Equal((EventState.Merged, first, 0), (reply.Event!.State, reply.Event.MergedInto!.Value, reply.Event.ReportCount));
        Assert.Equal((EventState.Active, 3), (reply.Other!.State, reply.Other.ReportCount));
        Assert.Equal("merged with " + second + " by Ada: the envoys say so", reply.Other.Reason);
        Assert.Equal(first, change!.Block.ByReport[ReportId.Parse("r-3")]);
        Assert.Equal(RulingKind.Merge, Assert.Single(reply.Other.Rulings).Kind);
    }

    [Theory]
    [InlineData(RulingKind.Merge)]
    [InlineData(RulingKind.Split)]
    [InlineData(RulingKind.Retract)]
    public void Rule_SameDecisionTwice_ChangesNothingTheSecondTime(RulingKind kind)
    {
        var (block, first, second) = Two();
        var request = kind switch
        {
            RulingKind.Merge => Request(kind, second, first),
            RulingKind.Split => Request(kind, first, null, "r-2"),
            _ => Request(kind, first),
        };
        var once = RulingRule.Rule(block, request, Sample.Noon);
        var twice = RulingRule.Rule(once.Change!.Block, request, Sample.Noon.AddHours(1));
        Assert.Null(twice.Change);
        Assert.True(twice.Reply.Duplicate);
        Assert.Equal(once.Reply.Event, twice.Reply.Event);
        Assert.Equal(once.Reply.Other, twice.Reply.Other);
    }

    [Fact]
    public void Rule_Split_StaysSplitWhenItsReportsAndItsArticlesLaterOnesCome()
    {
        var (block, first, _) = Two();
        var split = RulingRule.Rule(block, Request(RulingKind.Split, first, null, "r-2"), Sample.Noon);
        var part = split.Reply.Other!.Id;
        var revised = Call("r-2", "South Post", "2026-09-14") with { Revision = 2, Title = "A headline, corrected" };
        var later = Call("r-9", "South Post", "2026-09-14", "article-of-r-2") with { Revision = 2 };
        var after = Resolver.Resolve(split.Change!.Block, [revised, later], Sample.Noon).Block;
        Assert.Equal((part, part, first), (after.ByReport[revised.Report.Id], after.ByReport[later.Report.Id], after.ByReport[ReportId.Parse("r-1")]));
        Assert.Equal((1, 2), (after.Events[first].Event.ReportCount, after.Events[part].Event.ReportCount));
    }

    [Fact]
    public void Rule_SplitThenMergeBack_IsOneEventAgain()
    {
        var (block, first, _) = Two();
        var request = Request(RulingKind.Split, first, null, "r-2");
        var split = RulingRule.Rule(block, request, Sample.Noon);
        var back = RulingRule.Rule(split.Change!.Block, Request(RulingKind.Merge, split.Reply.Other!.Id, first), Sample.Noon);
        Assert.Equal(2, back.Reply.Other!.ReportCount);
        Assert.Equal([RulingKind.Split, RulingKind.Merge], back.Reply.Other.Rulings.Select(ruling => ruling.Kind));

        var again = RulingRule.Rule(back.Change!.Block, request, Sample.Noon.AddHours(1));
        Assert.False(again.Reply.Duplicate);
        Assert.Equal((1, 1, EventState.Active), (again.Reply.Event!.ReportCount, again.Reply.Other!.ReportCount, again.Reply.Other.State));
        Assert.NotEqual(split.Reply.Other.Id, again.Reply.Other.Id);
        Assert.Equal(again.Reply.Other.Id, again.Change!.Block.ByReport[ReportId.Parse("r-2")]);
        Assert.Equal(EventState.Merged, again.Change.Block.Events[split.Reply.Other.Id].Event.State);

        var repeated = RulingRule.Rule(again.Change.Block, request, Sample.Noon.AddHours(2));
        Assert.Null(repeated.Change);
        Assert.Equal((true, again.Reply.Other), (repeated.Reply.Duplicate, repeated.Reply.Other));
    }

    [Fact]
    public void Rule_Retract_StandsWhoeverTellsItAgain()
    {
        var (block, first, _) = Two();
        var retracted = RulingRule.Rule(block, Request(RulingKind.Retract, first), Sample.Noon);
        Assert.Equal(EventState.Retracted, retracted.Reply.Event!.State);
        var after = Resolver.Resolve(retracted.Change!.Block, [Call("r-7", "West Times", "2026-09-14")], Sample.Noon);
        Assert.Equal((first, EventState.Retracted, 3), (Assert.Single(after.Changed).Id, after.Changed[0].State, after.Changed[0].ReportCount));
    }

    [Theory]
    [InlineData(RulingRefusal.UnknownEvent)]
    [InlineData(RulingRefusal.Itself)]
    [InlineData(RulingRefusal.NotStanding)]
    [InlineData(RulingRefusal.UnknownReport)]
    [InlineData(RulingRefusal.NothingLeft)]
    public void Rule_WhatCannotBe_IsRefused(RulingRefusal refusal)
    {
        var (block, first, second) = Two();
        if (refusal == RulingRefusal.NotStanding) block = RulingRule.Rule(block, Request(RulingKind.Retract, second), Sample.Noon).Change!.Block;
        var request = refusal switch
        {
            RulingRefusal.UnknownEvent => Request(RulingKind.Merge, first, EventId.Parse("e-0")),
            RulingRefusal.Itself => Request(RulingKind.Merge, first, first),
            RulingRefusal.NotStanding => Request(RulingKind.Merge, first, second),
            RulingRefusal.UnknownReport => Request(RulingKind.Split, first, null, "r-2", "r-3"),
            _ => Request(RulingKind.Split, first, null, "r-1", "r-2"),
        };
        var (reply, change) = RulingRule.Rule(block, request, Sample.Noon);
        Assert.Equal(refusal, reply.Refusal);
        Assert.Null(change);
    }
}
