using Aggregator.Extraction;
using Aggregator.Intake;
using Xunit;

namespace Aggregator.Resolution;

/// <summary>Two events that each founded by itself, and what tells of both that comes later.</summary>
public class GrowthTests
{
    private const string Harbour = "crane quay stevedores harbourmaster silo grain dust conveyor hopper barge freighter pilot lockgate customs tugboat winch";
    private const string Inquest = "inspector boiler valve gasket warranty foreman rota grain pension union welder fuse turbine archive audit insurer";

    private static readonly Block Empty = Block.Empty(BlockKey.Parse("harm"));

    private static readonly ReportDelivery First = Tell("r-1", "North Wire", Harbour, 0);
    private static readonly ReportDelivery Second = Tell("r-2", "South Post", Inquest, 1);
    private static readonly ReportDelivery[] Both = [Tell("r-3", "East Mail", $"{Harbour} {Inquest}", 2), Tell("r-4", "West Times", $"{Harbour} {Inquest}", 2)];

    private static readonly EventId Stays = Resolver.Resolve(Empty, [First], Sample.Noon).Changed[0].Id;
    private static readonly EventId Goes = Resolver.Resolve(Empty, [Second], Sample.Noon).Changed[0].Id;

    [Fact]
    public void Resolve_EventsThatGrewAlike_BecomeTheOneThatWasFirst()
    {
        var apart = Resolver.Resolve(Empty, [First, Second], Sample.Noon).Block;
        Assert.Equal([Stays, Goes], new[] { First, Second }.Select(delivery => apart.ByReport[delivery.Report.Id]));

        var change = Resolver.Resolve(apart, Both, Sample.Noon.AddHours(1));
        var (stays, goes) = (change.Block.Events[Stays].Event, change.Block.Events[Goes].Event);
        Assert.Equal((EventState.Active, 4, 2), (stays.State, stays.ReportCount, stays.Revision));
        Assert.Equal((EventState.Merged, Stays, 0, 2), (goes.State, goes.MergedInto!.Value, goes.ReportCount, goes.Revision));
        Assert.Equal((RulingKind.Merge, Goes, "resolution", 2), Decided(stays));
        Assert.Equal((RulingKind.Merge, Stays, "resolution", 2), Decided(goes));
        Assert.StartsWith($"merged with {Goes}: they grew alike, ", stays.Reason, StringComparison.Ordinal);
        var moved = change.Heard.Single(heard => heard.Delivery.Report.Id == Second.Report.Id);
        Assert.Equal((Stays, Goes), (moved.Event, moved.Delivery.Origin!.Value));
        Assert.True(moved.Delivery.Basis!.Score >= GrowthRule.GrownFrom);
    }

    [Fact]
    public void Resolve_WhatMadeThemAlikeTakenBack_AreTwoAgain()
    {
        var one = Resolver.Resolve(Resolver.Resolve(Empty, [First, Second], Sample.Noon).Block, Both, Sample.Noon).Block;
        var change = Resolver.Resolve(one, ToldWorld.Withdrawn(Both), Sample.Noon);
        var (stays, risen) = (change.Block.Events[Stays].Event, change.Block.Events[Goes].Event);
        Assert.Equal((EventState.Active, 1, RulingKind.Split), (stays.State, stays.ReportCount, stays.Rulings[^1].Kind));
        Assert.Equal((EventState.Active, 1, RulingKind.Split), (risen.State, risen.ReportCount, risen.Rulings[^1].Kind));
        Assert.Null(risen.MergedInto);
        Assert.Equal($"apart again from {Stays}: what made the two alike was taken back", risen.Reason);
    }

    [Fact]
    public void Resolve_OneOfWhatMadeThemAlikeTakenBack_StayOneWithoutFurtherWord()
    {
        var one = Resolver.Resolve(Resolver.Resolve(Empty, [First, Second], Sample.Noon).Block, Both, Sample.Noon).Block;
        var change = Resolver.Resolve(one, ToldWorld.Withdrawn(Both[1..]), Sample.Noon);
        Assert.Equal((Stays, 3), (Assert.Single(change.Changed).Id, change.Changed[0].ReportCount));
        Assert.Single(change.Changed[0].Rulings);
        Assert.Equal(one.Events[Goes].Event, change.Block.Events[Goes].Event);
    }

    [Fact]
    public void Resolve_MergedBatchDrivenAgain_BringsTheEventThatIsGoneToTheTopicsToo()
    {
        var one = Resolver.Resolve(Resolver.Resolve(Empty, [First, Second], Sample.Noon).Block, Both, Sample.Noon).Block;
        var again = Resolver.Resolve(one, Both, Sample.Noon);
        Assert.Empty(again.Changed);
        Assert.Equal([Stays, Goes], again.Touched.Select(touched => touched.Id));
    }

    [Fact]
    public void Resolve_EventsThatAPersonToldApart_StayTwoHoweverAlikeTheyGrow()
    {
        var one = Resolver.Resolve(Resolver.Resolve(Empty, [First, Second], Sample.Noon).Block, Both, Sample.Noon).Block;
        var request = new RulingRequest { Kind = RulingKind.Split, Event = Stays, Articles = [Second.Article, Both[1].Article], Reason = "two ships", By = "Ada" };
        var split = RulingRule.Rule(one, request, Sample.Noon).Change!.Block;
        var later = Resolver.Resolve(split, [Tell("r-5", "Lake News", $"{Harbour} {Inquest}", 3), Both[0] with { Revision = 2, Title = "Said otherwise" }], Sample.Noon);
        Assert.Equal(2, later.Block.Events.Values.Count(open => open.Event.State == EventState.Active));
    }

    [Fact]
    public void Resolve_TwoShootingsInOneTownOnOneDay_StayTwoThoughArticlesTellBoth()
    {
        const string Page = "weekend gunfire detectives hospital sergeant appeal";
        var batch = Enumerable.Range(0, 3).SelectMany(at => new[]
        {
            Shooting($"r-{at}-a", $"article-{at}", $"Outlet {at}", $"{Page} bakery baker oven apprentice", "A baker was shot at his oven."),
            Shooting($"r-{at}-b", $"article-{at}", $"Outlet {at}", $"{Page} marina yacht skipper mooring", "A skipper was shot at the marina."),
        });
        var events = Resolver.Resolve(Empty, [.. batch], Sample.Noon).Changed.Where(newsEvent => newsEvent.State == EventState.Active).ToList();
        Assert.Equal([3, 3], events.Select(newsEvent => newsEvent.ReportCount));
        Assert.All(events, newsEvent => Assert.Single(newsEvent.Reports.Select(report => report.Quote).Distinct()));
    }

    private static ReportDelivery Shooting(string id, string article, string outlet, string words, string quote)
    {
        var told = Tell(id, outlet, words, 1);
        return told with { Report = told.Report with { Article = ArticleId.Parse(article), Mode = "shoot", Quote = quote } };
    }

    private static (RulingKind, EventId, string, int) Decided(NewsEvent newsEvent) =>
        newsEvent.Rulings[^1] is var ruling ? (ruling.Kind, ruling.Other!.Value, ruling.By, ruling.Revision) : default;

    private static ReportDelivery Tell(string id, string outlet, string words, int day) => Sample.Delivery(Sample.Report(id, EventKind.Attack) with
    {
        Quote = $"An explosion was told of by {outlet}.",
        OccurredOn = new OccurredOn(new DateOnly(2026, 9, 14)),
        Place = new Place { Name = "Alden", Entry = "Alden", Latitude = 10, Longitude = 20 },
    }, outlet, day) with
    {
        Keywords = [.. words.Split(' ').Order(StringComparer.Ordinal)],
        Title = words.Split(' ')[3],
    };
}
