using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Stages;

/// <summary>A person's decisions, in a real silo over a real store: they reach the topics, and outlive a restart.</summary>
public sealed class RulingStagesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-rulings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Submission Call(string id, string outlet, int day, string verb = "spoke by phone with") => new()
    {
        Id = ArticleId.Parse(id), Outlet = outlet, PublishedAt = Noon.AddDays(day - 14), Title = "Presidents speak",
        Text = $"The president of Kenya {verb} the president of Norway on {day} September 2026.",
    };

    private static Task<RulingReply> RuleAsync(TestSilo silo, RulingKind kind, EventId id, EventId? into = null, params string[] articles) =>
        silo.Grains.GetGrain<IResolverGrain>("talks").RuleAsync(new RulingRequest
        {
            Kind = kind, Event = id, Into = into, Articles = [.. articles.Select(ArticleId.Parse)], Reason = "told apart by hand", By = "Ada",
        });

    [Fact]
    public async Task Merge_TwoEvents_ReachesTheTopicAndOutlivesARestart()
    {
        EventId first, second;
        await using (var silo = await TestSilo.StartAsync(_folder))
        {
            await silo.DefineAsync("calls", "kind:call");
            await silo.SubmitAsync(Call("a-1", "North Wire", 14));
            await silo.SubmitAsync(Call("a-2", "South Post", 24));
            await silo.SettledAsync();
            var told = (await silo.ReadFeedAsync("calls")).Entries.Select(entry => entry.Event).OrderBy(call => call.FirstPublishedAt).ToList();
            Assert.Equal(2, told.Count);
            (first, second) = (told[0].Id, told[1].Id);
            Assert.Null((await RuleAsync(silo, RulingKind.Merge, second, first)).Refusal);
            var changes = (await silo.ReadFeedAsync("calls")).Entries.Skip(2).Select(entry => (entry.Event.Id, entry.Change)).ToHashSet();
            Assert.Equal([(second, EntryChange.Merged), (first, EntryChange.Updated)], changes.OrderBy(change => change.Change == EntryChange.Updated));
        }
        await using var restarted = await TestSilo.StartAsync(_folder);
        Assert.Equal((EventState.Merged, first), ((await restarted.Archive.ReadEventAsync(second))!.State, (await restarted.Archive.ReadEventAsync(second))!.MergedInto!.Value));
        await restarted.SubmitAsync(Call("a-2", "South Post", 24, "held a phone call with"));
        await restarted.SettledAsync();
        Assert.Equal(EventState.Merged, (await restarted.Archive.ReadEventAsync(second))!.State);
        Assert.True((await RuleAsync(restarted, RulingKind.Merge, second, first)).Duplicate);
    }

    [Fact]
    public async Task Split_OneArticle_StaysSplitAfterARestartAndARevision()
    {
        EventId whole, part;
        await using (var silo = await TestSilo.StartAsync(_folder))
        {
            await silo.DefineAsync("calls", "kind:call");
            await silo.SubmitAsync(Call("a-1", "North Wire", 14), Call("a-2", "South Post", 14));
            await silo.SettledAsync();
            whole = (await silo.ReadFeedAsync("calls")).Entries[^1].Event.Id;
            var reply = await RuleAsync(silo, RulingKind.Split, whole, null, "a-2");
            part = reply.Other!.Id;
            var changes = (await silo.ReadFeedAsync("calls")).Entries.TakeLast(2).Select(entry => (entry.Event.Id, entry.Change)).ToHashSet();
            Assert.Equal([(part, EntryChange.Added), (whole, EntryChange.Split)], changes.OrderBy(change => change.Change == EntryChange.Split));
        }
        await using var restarted = await TestSilo.StartAsync(_folder);
        await restarted.SubmitAsync(Call("a-2", "South Post", 14, "held a long phone call with"));
        await restarted.SettledAsync();
        Assert.Equal(1, (await restarted.Archive.ReadEventAsync(whole))!.ReportCount);
        var split = (await restarted.Archive.ReadEventAsync(part))!;
        Assert.Equal((EventState.Active, "a-2"), (split.State, Assert.Single(split.Reports).Article.Value));
    }

    [Fact]
    public async Task Explain_JoinedReport_SaysWhyInNumbersAndWords()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.DefineAsync("calls", "kind:call");
        await silo.SubmitAsync(Call("a-1", "North Wire", 14));
        await silo.SettledAsync();
        await silo.SubmitAsync(Call("a-2", "South Post", 14), Call("a-3", "East Mail", 24));
        await silo.SettledAsync();
        var entries = (await silo.ReadFeedAsync("calls")).Entries;
        var (whole, other) = (entries.Last(entry => entry.Event.ReportCount == 2).Event.Id, entries.Last(entry => entry.Event.Reports[0].Article.Value == "a-3").Event.Id);
        var explanation = (await silo.Grains.GetGrain<IResolverGrain>("talks").ExplainAsync(whole, other))!;
        Assert.Equal(2, explanation.Reports.Length);
        var joined = Assert.Single(explanation.Reports, report => report.Basis is { Score: not null });
        Assert.True(joined.Basis!.Score >= explanation.SameFrom, joined.Words);
        Assert.Contains(joined.Basis.Evidence, piece => piece is { Of: "date", Weight: > 0 });
        var rival = explanation.Rivals[0];
        Assert.Equal(other, rival.Event);
        Assert.True(rival.Score < explanation.SameFrom, rival.Words);
        Assert.Contains(rival.Evidence, piece => piece is { Of: "date", Weight: < 0 });
    }
}
