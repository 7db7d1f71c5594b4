using Aggregator.Intake;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Stages;

/// <summary>Reads of a feed beside writes: whoever follows on from what a page says must miss nothing.</summary>
public sealed class FeedReadTests : IDisposable
{
    private static readonly Submission First = Call("f-1", "The president of Kenya spoke by phone with the president of Norway on 1 July 2026.", 0);
    private static readonly Submission Second = Call("f-2", "The president of Chile spoke by phone with the president of Ghana on 9 July 2026.", 8);

    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-reads-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_EntryAppendedWhileTheStoreIsAsked_LastPositionIsThatOfTheLastEntryGiven(bool isForward)
    {
        await using (var silo = await TestSilo.StartAsync(_folder))
        {
            await silo.DefineAsync("calls", "kind:call");
            await silo.SubmitAsync(First);
            await silo.SettledAsync();
        }
        HeldStore? held = null;
        await using var restarted = await TestSilo.StartAsync(_folder, store =>
        {
            (store, held) = HeldStore.Wrap(store);
            return store;
        });
        var topic = restarted.Grains.GetGrain<ITopicGrain>("calls");
        var reading = isForward ? topic.ReadAfterAsync(0, 10) : topic.ReadBeforeAsync(long.MaxValue, 10);
        await held!.Held;
        await restarted.SubmitAsync(Second);
        await restarted.SettledAsync();
        Assert.Equal(2, (await topic.ReadStatusAsync())!.Position);
        held.Release();
        var page = (await reading)!;
        Assert.Equal(1, Assert.Single(page.Entries).Position);
        Assert.Equal(1, page.LastPosition);
        Assert.Equal(2, Assert.Single((await topic.ReadAfterAsync(page.LastPosition, 10))!.Entries).Position);
    }

    [Fact]
    public async Task ReadBefore_YoungTopic_GivesTheLastBelowThePosition()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.DefineAsync("calls", "kind:call");
        var topic = silo.Grains.GetGrain<ITopicGrain>("calls");
        Assert.Empty((await topic.ReadBeforeAsync(long.MaxValue, 10))!.Entries);
        await silo.SubmitAsync(First);
        await silo.SettledAsync();
        await silo.SubmitAsync(Second);
        await silo.SettledAsync();
        Assert.Equal([1L, 2L], (await topic.ReadBeforeAsync(long.MaxValue, 10))!.Entries.Select(entry => entry.Position));
        Assert.Equal([2L], (await topic.ReadBeforeAsync(long.MaxValue, 1))!.Entries.Select(entry => entry.Position));
        Assert.Equal([1L], (await topic.ReadBeforeAsync(2, 10))!.Entries.Select(entry => entry.Position));
        Assert.Empty((await topic.ReadBeforeAsync(1, 10))!.Entries);
    }

    [Fact]
    public async Task Read_WithdrawnAfterItsEventLeftTheTopic_HasItsWordsNowhere()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        await silo.DefineAsync("calls", "kind:call");
        await silo.SubmitAsync(First);
        await silo.SettledAsync();
        await silo.DefineAsync("calls", "kind:call and party:CHL");
        await silo.SettledAsync();
        await silo.SubmitAsync(Second);
        await silo.SubmitAsync(First with { Text = null });
        await silo.SettledAsync();
        var topic = silo.Grains.GetGrain<ITopicGrain>("calls");
        foreach (var page in new[] { await topic.ReadAfterAsync(0, 10), await topic.ReadBeforeAsync(long.MaxValue, 10) })
        {
            Assert.Equal([EntryChange.Added, EntryChange.Retracted, EntryChange.Added], page!.Entries.Select(entry => entry.Change));
            Assert.DoesNotContain(page.Entries.SelectMany(entry => entry.Event.Reports), report => report.Quote.Contains("Norway", StringComparison.Ordinal));
        }
    }

    private static Submission Call(string id, string text, int day) => new()
    {
        Id = ArticleId.Parse(id), Outlet = "North Wire", Title = "News", Text = text, PublishedAt = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day),
    };
}
