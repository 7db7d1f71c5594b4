using System.Diagnostics;
using System.Globalization;
using Aggregator.Extraction;
using Aggregator.Load;
using Aggregator.Store;
using Aggregator.Store.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Aggregator.Resolution;

/// <summary>
/// What the resolver's look-ups cost as more events are stored that are not open: <c>resolve --stored 1000000</c> writes 10,000 made-up events of one block into a SQLite store, then ten times as
/// many up to that. Each time it asks for the events of reports as the resolver does for every batch: of new reports, singly and by twenty, and of old ones; and reads the block with nothing open.
/// </summary>
internal static class StoredRun
{
    private const int WriteCount = 1_000;
    private const int CallCount = 2_000;
    private const int BatchCount = 20;

    private static readonly BlockKey Block = BlockKey.Parse("harm");

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-bench-");
        try
        {
            await using var store = new SqliteStore(
                Options.Create(new SqliteStoreOptions { Folder = folder.FullName }), TimeProvider.System, NullLogger<SqliteStore>.Instance);
            await store.OpenAsync(CancellationToken.None);
            var written = 0;
            for (var stored = Math.Min(10_000, settings.Stored); stored <= settings.Stored; stored *= 10)
            {
                for (; written < stored; written += WriteCount) await WriteAsync(store, written);
                var random = new Random(stored);
                await LookUpAsync(store, () => [Name(stored + random.Next())]);
                var one = await LookUpAsync(store, () => [Name(stored + random.Next())]);
                var twenty = await LookUpAsync(store, () => [.. Enumerable.Range(0, BatchCount).Select(_ => Name(stored + random.Next()))]);
                var old = await LookUpAsync(store, () => [Name(random.Next(stored))]);
                var load = await TimeAsync(CallCount / BatchCount, () => store.ReadBlockAsync(Block, DateTimeOffset.MaxValue.AddDays(-1), CancellationToken.None));
                var megabytes = folder.EnumerateFiles().Sum(file => file.Length) / (1024 * 1024);
                Console.WriteLine($"{stored} events stored, {megabytes} MB: one new report {one}; {BatchCount} new ones {twenty}; an old one {old}; the block with nothing open {load}");
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(SqliteStore store, int first)
    {
        var events = Enumerable.Range(first, WriteCount).AsParallel().AsOrdered().Select(number => ResolverRun.Open(number, Resolution.Block.Empty(Block))).ToList();
        var append = new BlockAppend(
            Block, first / WriteCount, [.. events.Select(open => open.Event)],
            [.. events.SelectMany(open => open.Deliveries.Values.Select(delivery => new AssignedDelivery(delivery, open.Event.Id)))]);
        if (!await store.AppendBlockAsync(append, CancellationToken.None)) throw new InvalidOperationException("Another writes to the store of this run.");
    }

    private static Task<string> LookUpAsync(SqliteStore store, Func<ReportId[]> ids) =>
        TimeAsync(CallCount, () => store.ReadEventsOfReportsAsync(Block, ids(), CancellationToken.None));

    private static async Task<string> TimeAsync<T>(int count, Func<Task<T>> call)
    {
        var times = new List<double>(count);
        var used = Environment.CpuUsage.TotalTime;
        for (var at = 0; at < count; at++)
        {
            var began = Stopwatch.GetTimestamp();
            await call();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        var cpu = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / count;
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {times[count / 2]:0.000} ms, p99 {times[count * 99 / 100]:0.000} ms, cpu {cpu:0.000} ms");
    }

    private static ReportId Name(int number) => ReportId.Parse(string.Create(CultureInfo.InvariantCulture, $"r-{number & int.MaxValue}"));
}
