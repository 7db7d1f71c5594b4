using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Aggregator.Aggregates;
using Aggregator.Extraction;
using Aggregator.Feeds;
using Aggregator.Http;
using Aggregator.Intake;
using Aggregator.Load;
using Aggregator.Resolution;
using Aggregator.Store;
using Aggregator.Store.Sqlite;
using HdrHistogram;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;

namespace Aggregator.Topics;

/// <summary>
/// <c>hot</c>: one topic takes <c>--count</c> changes a second for <c>--seconds</c> while <c>--clients</c> followers of this node are told each and others read
/// it. Prints the rate that was kept, and how long writes and reads took. Over a fresh SQLite store, without sockets.
/// </summary>
internal static class HotTopicRun
{
    private const int TicksPerSecond = 20;
    private static readonly TopicId Topic = TopicId.Parse("hot");
    private static readonly BlockKey Block = BlockKey.Parse("call|KEN+NOR");
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);
    private static long s_told;

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        await using var silo = await BenchmarkSilo.StartAsync(new SilentExtractor(), AddStreams);
        var topic = silo.Grains.GetGrain<ITopicGrain>(Topic.Value);
        await topic.PutAsync("Hot", "", "kind:call");
        var stream = silo.Services.GetRequiredService<StreamHub>().Hold(Topic);
        await stream.Started;
        var followers = Enumerable.Range(0, settings.Clients).Select(_ => new StreamFollower(new ApiOptions().StreamQueueCountMax)).ToList();
        foreach (var follower in followers) _ = Task.Run(() => TakeAsync(stream, follower));
        using var over = new CancellationTokenSource();
        var reads = new LongConcurrentHistogram(1, TimeSpan.FromMinutes(1).Ticks, 3);
        var reading = ReadAsync(topic, reads, over.Token);
        var process = Process.GetCurrentProcess();
        var (cpu, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var writes = await WriteAsync(silo.Store, topic, settings);
        var took = watch.Elapsed;
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        await over.CancelAsync();
        await reading;
        var count = settings.Count * settings.Seconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count / took.TotalSeconds:F0} changes/s of {settings.Count}, {Interlocked.Read(ref s_told) / took.TotalSeconds:F0} deliveries/s to {settings.Clients} followers, of whom {followers.Count(follower => follower.TooSlow.IsCancellationRequested)} fell behind; {cpu.TotalSeconds / took.TotalSeconds:F2} processors"));
        Console.WriteLine($"a batch's write {Latency.Of(writes)}");
        Console.WriteLine($"a read (status, a page, counts by turns) {Latency.Of(reads)}");
        return 0;
    }

    private static void AddStreams(IServiceCollection services)
    {
        services.AddOptions<ApiOptions>();
        services.AddSingleton<StreamMetrics>();
        services.AddSingleton<StreamHub>();
    }

    private static async Task TakeAsync(TopicStream stream, StreamFollower follower)
    {
        stream.Join(follower);
        await foreach (var message in follower.Waiting.ReadAllAsync()) Interlocked.Add(ref s_told, message.Count);
    }

    private static async Task<HistogramBase> WriteAsync(SqliteStore store, ITopicGrain topic, LoadSettings settings)
    {
        var writes = new LongConcurrentHistogram(1, TimeSpan.FromMinutes(1).Ticks, 3);
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1) / TicksPerSecond);
        var batchCount = settings.Count / TicksPerSecond;
        for (var tick = 0; tick < settings.Seconds * TicksPerSecond; tick++)
        {
            var events = Enumerable.Range(tick * batchCount, batchCount).Select(EventOf).ToList();
            await store.AppendBlockAsync(new BlockAppend(Block, tick, events, []), CancellationToken.None);
            var began = Stopwatch.GetTimestamp();
            await topic.ApplyAsync(events.Select(newsEvent => new EventDelivery(newsEvent, null)).ToImmutableArray().AsImmutable());
            writes.RecordValue(Math.Max(1, Stopwatch.GetElapsedTime(began).Ticks));
            await ticks.WaitForNextTickAsync();
        }
        return writes;
    }

    private static async Task ReadAsync(ITopicGrain topic, LongConcurrentHistogram reads, CancellationToken cancellation)
    {
        for (var turn = 0; !cancellation.IsCancellationRequested; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            if (turn % 3 == 0) await topic.ReadStatusAsync();
            else if (turn % 3 == 1) await topic.ReadBeforeAsync(long.MaxValue, 50);
            else await topic.ReadCountsAsync(new CountQuery());
            reads.RecordValue(Math.Max(1, Stopwatch.GetElapsedTime(began).Ticks));
            using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static NewsEvent EventOf(int number) => new()
    {
        Id = EventId.Parse(string.Create(CultureInfo.InvariantCulture, $"e-{number}")), Revision = 1, Block = Block, Kind = EventKind.Call, Status = EventStatus.Occurred,
        Headline = "The presidents of two countries spoke by phone", Actors = [new Party(PartyCode.Parse("KEN")), new Party(PartyCode.Parse("NOR"))],
        FirstPublishedAt = Noon, LastPublishedAt = Noon, RecordedAt = Noon, ReportCount = 1, Outlets = ["Load Wire"],
        Corroboration = new Corroboration { ArticleCount = 1, OutletCount = 1, VoiceCount = 1, ClaimantCount = 0, Level = CorroborationLevel.SingleSource },
    };
}
