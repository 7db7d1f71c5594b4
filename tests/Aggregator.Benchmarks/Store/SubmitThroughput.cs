using System.Diagnostics;
using System.Globalization;
using Aggregator.Intake;
using Aggregator.Load;
using Aggregator.Store.Sqlite;
using HdrHistogram;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Aggregator.Store;

/// <summary>Producers that submit one article of 4 KB at a time to a fresh SQLite store, each waiting for its commit, and what they wait.</summary>
internal static class SubmitThroughput
{
    private const int TextLength = 4_096;

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-bench-");
        try
        {
            await using var store = new SqliteStore(
                Options.Create(new SqliteStoreOptions { Folder = folder.FullName }), TimeProvider.System, NullLogger<SqliteStore>.Instance);
            await store.OpenAsync(CancellationToken.None);
            await SubmitAsync(store, settings.Clients, TimeSpan.FromSeconds(1), prefix: "warm", new LongHistogram(TimeSpan.TicksPerMinute, 3));
            var waits = new LongHistogram(TimeSpan.TicksPerMinute, 3);
            var (clock, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var count = await SubmitAsync(store, settings.Clients, TimeSpan.FromSeconds(settings.Seconds), prefix: "run", waits);
            // On a machine that does other things too, the rate by processor time says more than the one by the clock.
            var cpuSeconds = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
            var megabytes = folder.EnumerateFiles().Sum(file => file.Length) / (1024 * 1024);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{settings.Clients} producers: {count / clock.Elapsed.TotalSeconds:F0} articles/s, {count / cpuSeconds:F0} a cpu-second, {Latency.Of(waits)}; {megabytes} MB on disk"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<long> SubmitAsync(SqliteStore store, int producerCount, TimeSpan time, string prefix, LongHistogram waits)
    {
        var text = string.Concat(Enumerable.Repeat("Lorem ipsum dolor sit amet. ", TextLength / 28 + 1))[..TextLength];
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, producerCount).Select(producer => Task.Run(async () =>
        {
            var count = 0L;
            for (; clock.Elapsed < time; count++)
            {
                var began = clock.ElapsedTicks;
                // Ids without an order, as hashes of addresses are.
                var id = ArticleId.Parse(string.Create(CultureInfo.InvariantCulture, $"{prefix}-{(uint)(producer * 1_000_003 + count * 2_654_435_761):x8}-{producer}-{count}"));
                var submission = new Submission { Id = id, Outlet = "Bench", PublishedAt = DateTimeOffset.UnixEpoch, Title = "A title of common length", Text = text };
                await store.SubmitAsync([submission], DateTimeOffset.UnixEpoch, CancellationToken.None);
                var ticks = Stopwatch.GetElapsedTime(began, clock.ElapsedTicks).Ticks;
                lock (waits) waits.RecordValue(Math.Min(ticks, TimeSpan.TicksPerMinute));
            }

            return count;
        })));
        return counts.Sum();
    }
}
