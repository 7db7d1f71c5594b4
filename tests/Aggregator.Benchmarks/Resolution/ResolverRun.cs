using System.Diagnostics;
using System.Globalization;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Load;

namespace Aggregator.Resolution;

/// <summary>
/// What it costs to resolve one report as more events are open in its block: made-up attacks in 4,000 towns, with words of which a third are
/// everywhere and the others rare, one in five told by a second outlet. <c>resolve --count 100000</c> opens as many, then times 2,000 more, one at a time.
/// </summary>
internal static class ResolverRun
{
    private const int TimedCount = 2_000;
    private const int BatchCount = 1_000;

    internal static int Run(LoadSettings settings)
    {
        var count = settings.Count;
        var random = new Random(1);
        var block = Block.Empty(BlockKey.Parse("harm"));
        var told = 0;
        while (block.Events.Count < count)
            block = Resolver.Resolve(block, [.. Enumerable.Range(0, BatchCount).Select(_ => Tell(told++, random))], DateTimeOffset.UnixEpoch).Block;
        GC.Collect();
        var memory = GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024;
        var times = new double[TimedCount];
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        for (var at = 0; at < TimedCount; at++)
        {
            var delivery = Tell(told++, random);
            var began = Stopwatch.GetTimestamp();
            block = Resolver.Resolve(block, [delivery], DateTimeOffset.UnixEpoch).Block;
            times[at] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Array.Sort(times);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{block.Events.Count} events open, {told} reports: p50 {times[TimedCount / 2]:0.000} ms, p95 {times[TimedCount * 95 / 100]:0.000} ms, p99 {times[TimedCount * 99 / 100]:0.000} ms, cpu {cpu.TotalMilliseconds / TimedCount:0.000} ms a report, {memory:0} MB"));
        return 0;
    }

    /// <summary>Article number n tells of happening n, or of the one told five articles before.</summary>
    private static ReportDelivery Tell(int number, Random random)
    {
        var happening = number % 5 == 4 ? number - 3 : number;
        // Apart from the seed of what every article has of its own.
        var words = new Random(happening + 1_000_003);
        var own = Enumerable.Range(0, 30).Select(_ => Word(words)).ToList();
        var outlet = number % 200;
        var text = $"{string.Join(' ', own.Select(word => $"in {word}"))}. {string.Join(' ', Enumerable.Range(0, 30).Select(_ => Word(random)))}";
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number / 4.0);
        var id = string.Create(CultureInfo.InvariantCulture, $"r-{number}");
        var report = new Report
        {
            Id = ReportId.Parse(id), Article = ArticleId.Parse($"article-of-{id}"), Revision = 1, Kind = EventKind.Attack, Span = new Span(0, 4),
            Sentence = new Span(0, 80), Quote = text[..80], OccurredOn = new OccurredOn(DateOnly.FromDateTime(at.UtcDateTime)), Rule = "made-up", Place = TownOf(happening),
        };
        return new ReportDelivery
        {
            Report = report, Revision = 1, Outlet = $"Outlet {outlet}", Voice = $"outlet {outlet}", Title = $"{own[0]} {own[1]} attack", PublishedAt = at,
            Keywords = new ArticleWords($"{own[0]} {own[1]} attack", text).Around(report), Sketch = TextSketch.Of(text),
        };
    }

    private static Place TownOf(int happening)
    {
        var town = (int)(happening * 2_654_435_761L % 4_000);
        var name = string.Create(CultureInfo.InvariantCulture, $"Town{town}");
        return new Place { Name = name, Entry = name, Country = PartyCode.Parse("ARL"), Latitude = town / 80, Longitude = town % 80 };
    }

    // One in three of 500 words that are everywhere, the others of 200,000 that are rare.
    private static string Word(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"Word{(random.Next(3) == 0 ? random.Next(500) : random.Next(200_000))}");
}
