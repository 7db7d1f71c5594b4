using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Load;
using Aggregator.Store.Sqlite;
using Orleans.Concurrency;

namespace Aggregator.Topics;

/// <summary>
/// <c>topics</c>: activates <c>--clients</c> topics that answer to each of <c>--count</c> stored calls, in one silo over a fresh store, and prints what of
/// the managed heap each keeps after a full collection.
/// </summary>
internal static class MemoryOfTopics
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        await using var silo = await BenchmarkSilo.StartAsync(Extractor.Load());
        var (grains, store) = (silo.Grains, silo.Store);
        await DefineAsync(grains, "warm-up");
        await TellAsync(grains, store, settings.Count);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var topic = 0; topic < settings.Clients; topic++) await DefineAsync(grains, string.Create(CultureInfo.InvariantCulture, $"topic-{topic}"));
        while ((await store.ReadBackfillingAsync(CancellationToken.None)).Count > 0) await WaitAsync();
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        var events = (await grains.GetGrain<ITopicGrain>("topic-0").ReadEventsAsync(new Aggregates.EventQuery()))!.TotalCount;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{settings.Clients} topics of {events} events: {kept / 1024.0 / settings.Clients:F1} KB a topic"));
        return 0;
    }

    private static async Task DefineAsync(IGrainFactory grains, string id)
    {
        if ((await grains.GetGrain<ITopicGrain>(id).PutAsync(id, "", "kind:call")).Error is { } error) throw new InvalidOperationException(error.Message);
    }

    private static async Task TellAsync(IGrainFactory grains, SqliteStore store, int count)
    {
        foreach (var batch in Enumerable.Range(0, count).Chunk(100))
            await grains.GetGrain<IIntakeGateGrain>(0).SubmitAsync(batch.Select(Call).ToImmutableArray().AsImmutable(), CancellationToken.None);
        while ((await store.ReadLagAsync(CancellationToken.None)).PendingCount > 0) await WaitAsync();
    }

    private static Submission Call(int number)
    {
        var day = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(30 * number);
        return new Submission
        {
            Id = ArticleId.Parse(string.Create(CultureInfo.InvariantCulture, $"call-{number}")), Outlet = "Load Wire", PublishedAt = day, Title = "Presidents speak",
            Text = string.Create(CultureInfo.InvariantCulture, $"The president of Kenya spoke by phone with the president of Norway on {day:d MMMM yyyy}, both offices said."),
        };
    }

    private static async Task WaitAsync()
    {
        using var pause = new PeriodicTimer(Pause);
        await pause.WaitForNextTickAsync();
    }
}
