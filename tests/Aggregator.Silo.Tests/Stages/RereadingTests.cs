using System.Globalization;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Topics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Stages;

/// <summary>Stored articles read again by a newer version, in a real silo over a real store.</summary>
public sealed class RereadingTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-rereading-").FullName;
    private readonly SwitchingExtractor _extractor = new(TestSilo.English);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<TestSilo> StartAsync(int perSecond = 100) => TestSilo.StartAsync(_folder, configure: services =>
    {
        services.AddSingleton<IExtractor>(_extractor);
        services.Configure<RereadingOptions>(options => (options.ArticlesPerSecond, options.LookSeconds) = (perSecond, 0.2));
    });

    /// <summary>A call in a month of its own.</summary>
    private static Submission Call(int number) => new()
    {
        Id = ArticleId.Parse(string.Create(CultureInfo.InvariantCulture, $"a-{number}")), Outlet = "North Wire", PublishedAt = Noon.AddDays(30 * number), Title = "Presidents speak",
        Text = string.Create(CultureInfo.InvariantCulture, $"The president of Kenya spoke by phone with the president of Norway on {Noon.AddDays(30 * number):d MMMM yyyy}."),
    };

    private static async Task<RereadingStatus> DoneAsync(TestSilo silo, string version)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if (await silo.Grains.GetGrain<IRereadingGrain>(0).ReadStatusAsync() is { DoneAt: not null } status && status.Version == version) return status;
            await pause.WaitForNextTickAsync(timeout.Token);
        }
    }

    [Fact]
    public async Task Switch_VersionThatReadsTheSame_MakesNoEntryAndKeepsEveryId()
    {
        await using var silo = await StartAsync();
        await silo.DefineAsync("calls", "kind:call");
        await silo.SubmitAsync(Call(1), Call(2));
        await silo.SettledAsync();
        var (before, report) = (Shape(await silo.ReadFeedAsync("calls")), Assert.Single(await silo.Archive.ReadReportsAsync(Call(1).Id)));
        _extractor.Switch("v2", report => report with { Rule = "another", Confidence = 0.5 });
        var status = await DoneAsync(silo, "v2");
        Assert.Equal((2L, 2L), (status.TotalCount, status.ReadCount));
        Assert.Equal(before, Shape(await silo.ReadFeedAsync("calls")));
        var again = Assert.Single(await silo.Archive.ReadReportsAsync(Call(1).Id));
        Assert.Equal((report.Report.Id, report.Event, "another"), (again.Report.Id, again.Event, again.Report.Rule));
    }

    [Fact]
    public async Task Switch_VersionThatReadsOneOtherwise_ChangesItsEventAlone()
    {
        await using var silo = await StartAsync();
        await silo.DefineAsync("calls", "kind:call");
        await silo.SubmitAsync(Call(1), Call(2), Call(3));
        await silo.SettledAsync();
        var before = (await silo.ReadFeedAsync("calls")).Entries;
        var changed = (await silo.Archive.ReadReportsAsync(Call(2).Id))[0];
        var gone = (await silo.Archive.ReadReportsAsync(Call(3).Id))[0];
        _extractor.Switch("v2", report => report.Id == gone.Report.Id ? null : report.Id == changed.Report.Id ? report with { Status = EventStatus.Planned } : report);
        await DoneAsync(silo, "v2");
        var entries = (await silo.ReadFeedAsync("calls")).Entries[before.Length..];
        Assert.Equal([(changed.Event!.Value, EntryChange.Updated), (gone.Event!.Value, EntryChange.Retracted)], entries.OrderBy(entry => entry.Change).Select(entry => (entry.Event.Id, entry.Change)));
        Assert.Equal((EventStatus.Planned, 2), (entries.MinBy(entry => entry.Change)!.Event.Status, entries.MinBy(entry => entry.Change)!.Event.Revision));
    }

    [Fact]
    public async Task Switch_VersionThatReadsAnotherKind_KeepsTheEvent()
    {
        await using var silo = await StartAsync();
        await silo.DefineAsync("talks", "kind:(call or meeting)");
        await silo.SubmitAsync(Call(1));
        await silo.SettledAsync();
        _extractor.Switch("v2", report => report with { Id = ReportId.Parse($"{report.Id}-2"), Kind = EventKind.Meeting });
        await DoneAsync(silo, "v2");
        var entries = (await silo.ReadFeedAsync("talks")).Entries;
        Assert.Equal([(EntryChange.Added, EventKind.Call), (EntryChange.Updated, EventKind.Meeting)], entries.Select(entry => (entry.Change, entry.Event.Kind)));
        Assert.Single(entries.Select(entry => entry.Event.Id).Distinct());
    }

    [Fact]
    public async Task Pause_OverARestart_HoldsAndGoesOnWhereItStood()
    {
        await using (var silo = await StartAsync(perSecond: 2))
        {
            await silo.SubmitAsync([.. Enumerable.Range(1, 5).Select(Call)]);
            await silo.SettledAsync();
            await DoneAsync(silo, "v1");
            Assert.True((await silo.Grains.GetGrain<IRereadingGrain>(0).PauseAsync(true)).Paused);
            _extractor.Switch("v2");
            Assert.Equal((5L, null), (await silo.Grains.GetGrain<IRereadingGrain>(0).ReadStatusAsync() is var status ? status.TotalCount : 0, status.DoneAt));
        }
        await using var restarted = await StartAsync(perSecond: 2);
        var grain = restarted.Grains.GetGrain<IRereadingGrain>(0);
        Assert.Equal((true, 0L), (await grain.ReadStatusAsync() is var held && held.Paused, held.ReadCount));
        Assert.Equal(5, await restarted.Store.CountStaleArticlesAsync("v2", TestContext.Current.CancellationToken));
        var number = (await restarted.Store.ReadRereadingAsync(TestContext.Current.CancellationToken))!.Number;
        Assert.False((await grain.PauseAsync(false)).Paused);
        await DoneAsync(restarted, "v2");
        Assert.Equal(0, await restarted.Store.CountStaleArticlesAsync("v2", TestContext.Current.CancellationToken));
        // Let go, two and two and one, back to the start, and done: never more than two in a step.
        Assert.InRange((await restarted.Store.ReadRereadingAsync(TestContext.Current.CancellationToken))!.Number - number, 6, 100);
    }

    private static string Shape(FeedPage feed) =>
        string.Join('\n', feed.Entries.Select(entry => $"{entry.Position} {entry.Change} {entry.Event.Id} {entry.Event.Revision} {entry.Event.Headline}"));
}
