using System.Globalization;
using Aggregator.Aggregates;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Stages;

/// <summary>An article's whole way, in a real silo over a real store.</summary>
public sealed class StagesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-stages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Submission Call(string id, string outlet, string text, int day = 0) => new()
    {
        Id = ArticleId.Parse(id), Outlet = outlet, PublishedAt = Noon.AddDays(day), Title = "Presidents speak", Text = text,
    };

    private static readonly Submission First = Call("a-1", "North Wire", "The president of Kenya spoke by phone with the president of Norway on 14 September 2026.");
    private static readonly Submission Second = Call("a-2", "South Post", "Kenya's president held a phone call with Norway's president on 14 September 2026.");

    [Fact]
    public async Task Submit_TwoTellingsOfOneCall_AreOneEventInTheTopic()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.DefineAsync("calls", "kind:call and party:KEN");
        await silo.SubmitAsync(First);
        await silo.SettledAsync();
        await silo.SubmitAsync(Second);
        await silo.SettledAsync();
        var feed = await silo.ReadFeedAsync("calls");
        Assert.Equal([EntryChange.Added, EntryChange.Updated], feed.Entries.Select(entry => entry.Change));
        var call = feed.Entries[^1].Event;
        Assert.Equal((EventKind.Call, 2, 2), (call.Kind, call.ReportCount, call.Corroboration.VoiceCount));
        var report = call.Reports[0];
        Assert.InRange(report.Span.End, 1, report.Quote.Length);
    }

    [Fact]
    public async Task Define_AfterTheArticles_BackfillsWhatIsStored()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.SubmitAsync(First, Second);
        await silo.SettledAsync();
        await silo.DefineAsync("calls", "kind:call");
        await silo.SettledAsync();
        Assert.Equal(2, Assert.Single((await silo.ReadFeedAsync("calls")).Entries).Event.ReportCount);
    }

    [Fact]
    public async Task Define_OtherQuestion_RetractsWhatNoLongerAnswers()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.DefineAsync("talks", "kind:call");
        await silo.SubmitAsync(First);
        await silo.SettledAsync();
        await silo.DefineAsync("talks", "kind:attack");
        await silo.SettledAsync();
        var feed = await silo.ReadFeedAsync("talks");
        Assert.Equal([EntryChange.Added, EntryChange.Retracted], feed.Entries.Select(entry => entry.Change));
        Assert.Equal("the question changed", feed.Entries[^1].Reason);
    }

    [Fact]
    public async Task Withdraw_OnlyArticle_RetractsItsEventEverywhere()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.DefineAsync("calls", "kind:call");
        await silo.SubmitAsync(First);
        await silo.SettledAsync();
        await silo.SubmitAsync(First with { Text = null, Reason = "retracted by the outlet" });
        await silo.SettledAsync();
        var feed = await silo.ReadFeedAsync("calls");
        Assert.Equal([EntryChange.Added, EntryChange.Retracted], feed.Entries.Select(entry => entry.Change));
        var counts = await silo.Grains.GetGrain<ITopicGrain>("calls").ReadCountsAsync(new CountQuery());
        Assert.Equal(0, counts!.EventCount);
        Assert.Equal(EventState.Retracted, (await silo.Archive.ReadEventAsync(feed.Entries[0].Event.Id))!.State);
        Assert.Empty(await silo.Archive.ReadReportsAsync(First.Id));
    }

    [Fact]
    public async Task Submit_SameAgain_IsADuplicateAndChangesNothing()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.DefineAsync("calls", "kind:call");
        await silo.SubmitAsync(First);
        await silo.SettledAsync();
        var again = Assert.Single(await silo.SubmitAsync(First));
        await silo.SettledAsync();
        Assert.Equal((SubmitResult.Duplicate, 1), (again.Result, again.Revision));
        Assert.Single((await silo.ReadFeedAsync("calls")).Entries);
    }

    [Fact]
    public async Task Restart_AfterEverything_ServesTheSame()
    {
        string before;
        await using (var silo = await TestSilo.StartAsync(_folder))
        {
            await silo.DefineAsync("calls", "kind:call");
            await silo.SubmitAsync(First, Second);
            await silo.SettledAsync();
            before = Shape(await silo.ReadFeedAsync("calls"));
        }
        await using var restarted = await TestSilo.StartAsync(_folder);
        Assert.Equal(before, Shape(await restarted.ReadFeedAsync("calls")));
    }

    [Theory]
    [InlineData(FaultyStore.Failing.Before)]
    [InlineData(FaultyStore.Failing.After)]
    public async Task EveryWrite_FailedOnce_IsRecoveredWithoutLossOrRepeat(FaultyStore.Failing failing)
    {
        // Every kind of write fails at its first, fourth, ninth, … time, so that each fails in its turn and repeats get through.
        await using var silo = await TestSilo.StartAsync(_folder, store => FaultyStore.Wrap(store, number => Math.Sqrt(number) % 1 == 0 ? failing : FaultyStore.Failing.Not));
        await silo.DefineAsync("calls", "kind:call");
        var days = Enumerable.Range(0, 6).ToList();
        foreach (var day in days)
            await silo.SubmitAsync(Call($"b-{day}", "North Wire", string.Create(CultureInfo.InvariantCulture, $"The president of Kenya spoke by phone with the president of Norway on {4 * day + 1} July 2026."), 4 * day));
        await silo.SettledAsync();
        foreach (var day in days) Assert.Equal(1, (await silo.Archive.ReadArticleAsync(ArticleId.Parse($"b-{day}")))!.Revision);
        var feed = await silo.ReadFeedAsync("calls");
        Assert.Equal(Enumerable.Range(1, feed.Entries.Length).Select(position => (long)position), feed.Entries.Select(entry => entry.Position));
        Assert.Equal(feed.Entries.Length, feed.Entries.Select(entry => (entry.Event.Id, entry.Event.Revision)).Distinct().Count());
        Assert.Equal(6, feed.Entries.Select(entry => entry.Event.Id).Distinct().Count());
    }

    [Fact]
    public async Task Withdraw_AnArticle_LeavesItsWordsNowhere()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.DefineAsync("calls", "kind:call");
        await silo.SubmitAsync(First);
        await silo.SettledAsync();
        await silo.SubmitAsync(Second);
        await silo.SettledAsync();
        var report = (await silo.Archive.ReadReportsAsync(First.Id))[0].Report;
        var newsEvent = (await silo.ReadFeedAsync("calls")).Entries[^1].Event.Id;
        await silo.SubmitAsync(First with { Text = null });
        await silo.SettledAsync();
        Assert.Equal("", (await silo.Archive.ReadReportAsync(report.Id))!.Report.Quote);
        var feed = await silo.ReadFeedAsync("calls");
        Assert.Equal(3, feed.Entries.Length);
        Assert.All(feed.Entries, entry => Assert.DoesNotContain(report.Quote, Text(entry), StringComparison.Ordinal));
        for (var revision = 1; revision <= feed.Entries[^1].Event.Revision; revision++)
            Assert.DoesNotContain(report.Quote, Text(await silo.Store.ReadEventAsync(newsEvent, feed.Entries[revision - 1].Event.RecordedAt, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Contains("Kenya's president", Text(feed.Entries[^1]).Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        // The last one goes too: the retracted event keeps no sentence for a headline.
        await silo.SubmitAsync(Second with { Text = null });
        await silo.SettledAsync();
        Assert.Contains("withdrawn", (await silo.ReadFeedAsync("calls")).Entries[^1].Event.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsOfNow_EqualsCurrentAndEarlierPositionsTheirOwnTime()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.DefineAsync("calls", "kind:call");
        var topic = silo.Grains.GetGrain<ITopicGrain>("calls");
        var seen = new List<(long Position, DateTimeOffset At, string Events, string Counts, string Contacts)>();
        Submission[] steps = [First, Call("b-1", "North Wire", "The president of Peru spoke by phone with the president of Chile on 2 July 2026."), Second, First with { Text = null }, Second with { Text = null }];
        foreach (var step in steps)
        {
            await silo.SubmitAsync(step);
            await silo.SettledAsync();
            var (position, at) = ((await topic.ReadStatusAsync())!.Position, DateTimeOffset.UtcNow);
            seen.Add((position, at, await EventsAsync(null), Text(await topic.ReadCountsAsync(new CountQuery())), Text(await topic.ReadContactsAsync(new ContactQuery()))));
            Assert.Equal(seen[^1].Events, await EventsAsync(position));
        }
        Assert.InRange(seen.Select(known => known.Events).Distinct().Count(), 4, 5);
        foreach (var (position, at, events, counts, contacts) in seen)
        {
            Assert.Equal(position, (await topic.ReadMomentAsync(at))!.Position);
            Assert.Equal((events, counts, contacts), (await EventsAsync(position), Text(await topic.ReadCountsAsync(new CountQuery { AtPosition = position })), Text(await topic.ReadContactsAsync(new ContactQuery { AtPosition = position }))));
        }
        async Task<string> EventsAsync(long? at) => string.Join(' ', (await topic.ReadEventsAsync(new EventQuery { AtPosition = at }))!.Events.Select(known => $"{known.Id}.{known.Revision}"));
    }

    [Fact]
    public async Task Define_AfterDeletion_GoesOnBehindTheLastPosition()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.DefineAsync("calls", "kind:call");
        await silo.SubmitAsync(First);
        await silo.SettledAsync();
        Assert.True(await silo.Grains.GetGrain<ITopicGrain>("calls").DeleteAsync());
        await silo.DefineAsync("calls", "kind:call");
        await silo.SettledAsync();
        var feed = await silo.ReadFeedAsync("calls");
        Assert.Equal((1L, 2L), (feed.Origin, Assert.Single(feed.Entries).Position));
    }

    private static string Text<T>(T aggregate) => System.Text.Json.JsonSerializer.Serialize(aggregate);

    private static string Shape(FeedPage feed) =>
        string.Join('\n', feed.Entries.Select(entry => $"{entry.Position} {entry.Change} {entry.Event.Id} {entry.Event.Revision} {entry.Event.ReportCount} {entry.Event.Headline}"));
}
