using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Load;

namespace Aggregator.Resolution;

/// <summary>
/// What it costs to resolve a report as more events are open in its block: made-up attacks, words drawn as news draws them, the few often and
/// the many hardly ever, a few towns often, on any of 90 days. <c>resolve --count 100000</c> opens 1,000 at first, then ten times as many up to that, without
/// resolving them; each time batches of 1 to 50 reports arrive, of which every fifth is of what another outlet told before.
/// </summary>
internal static class ResolverRun
{
    private const int TimedCount = 2_000;
    private const int WarmCount = 1_000;
    private const int BatchCountMax = 50;
    private const int OpenDays = 90;
    private const int VocabularyCount = 60_000;
    private const int TownCount = 4_000;

    internal static int Run(LoadSettings settings)
    {
        var block = Block.Empty(BlockKey.Parse("harm"));
        for (var open = Math.Min(1_000, settings.Count); open <= settings.Count; open *= 10)
        {
            var known = block;
            block = known.With(Enumerable.Range(known.Events.Count, open - known.Events.Count).Select(number => Open(number, known)));
            var memory = GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024;
            Time(block, WarmCount, open);
            Show(open, Time(block, TimedCount, open + WarmCount), memory);
        }
        return 0;
    }

    private static Round Time(Block block, int count, int first)
    {
        var sizes = new Random(first);
        var (times, joined) = (new List<double>(), 0);
        var cpu = TimeSpan.Zero;
        for (var at = 0; at < count;)
        {
            ReportDelivery[] batch = [.. Enumerable.Range(first + at, sizes.Next(1, BatchCountMax + 1)).Select(number => Tell(number, first))];
            at += batch.Length;
            var before = block.Events.Count;
            var (cpuBegan, began) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            block = Resolver.Resolve(block, batch, DateTimeOffset.UnixEpoch).Block;
            var each = Stopwatch.GetElapsedTime(began).TotalMilliseconds / batch.Length;
            cpu += Environment.CpuUsage.TotalTime - cpuBegan;
            times.AddRange(Enumerable.Repeat(each, batch.Length));
            joined += batch.Length - (block.Events.Count - before);
        }
        times.Sort();
        return new Round(times, joined, cpu);
    }

    private static void Show(int open, Round round, double memory)
    {
        var times = round.Times;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{open} events open: p50 {times[times.Count / 2]:0.000} ms, p99 {times[times.Count * 99 / 100]:0.000} ms, cpu {round.Cpu.TotalMilliseconds / times.Count:0.000} ms a report; {round.Joined} of {times.Count} joined, {memory:0} MB"));
    }

    /// <summary>Made-up event number n, told by one report.</summary>
    internal static OpenEvent Open(int number, Block block)
    {
        var delivery = block.Shared(Tell(number, 0));
        var blank = new NewsEvent
        {
            Id = EventId.Parse(string.Create(CultureInfo.InvariantCulture, $"e-{number}")), Revision = 0, Block = BlockKey.Parse("harm"), Kind = EventKind.Attack,
            Headline = delivery.Report.Quote, Corroboration = CorroborationRule.Of([]), FirstPublishedAt = delivery.PublishedAt,
            LastPublishedAt = delivery.PublishedAt, RecordedAt = delivery.PublishedAt,
        };
        var open = new OpenEvent(blank, ImmutableDictionary<ReportId, ReportDelivery>.Empty.Add(delivery.Report.Id, delivery));
        return open with { Event = EventFold.Fold(open, DateTimeOffset.UnixEpoch) };
    }

    /// <summary>Report number n tells of happening n; every fifth of those not opened beforehand, of one of the thousand before.</summary>
    private static ReportDelivery Tell(int number, int first)
    {
        var random = new Random(number);
        var happening = first > 0 && number % 5 == 4 ? number - 1 - random.Next(1_000) : number;
        // What its happening gives every report of it, apart from what each has of its own.
        var shared = new Random(happening + 1_000_003);
        var own = Enumerable.Range(0, 16).Select(_ => Word(shared)).Distinct().ToList();
        var town = (int)(TownCount * Math.Pow(shared.NextDouble(), 3));
        var text = $"{string.Join(' ', own.Select(word => $"of {word}"))}. {string.Join(' ', Enumerable.Range(0, 60).Select(_ => Word(random)))}";
        var outlet = number % 200;
        var told = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(shared.Next(OpenDays * 24 * 60));
        var at = told.AddMinutes(random.Next(12 * 60));
        var id = string.Create(CultureInfo.InvariantCulture, $"r-{number}");
        var report = new Report
        {
            Id = ReportId.Parse(id), Article = ArticleId.Parse($"article-of-{id}"), Revision = 1, Kind = EventKind.Attack, Span = new Span(0, 4),
            Sentence = new Span(0, 80), Quote = text[..80], OccurredOn = new OccurredOn(DateOnly.FromDateTime(told.UtcDateTime)), Rule = "made-up", Place = Town(town),
        };
        return new ReportDelivery
        {
            Report = report, Revision = 1, Outlet = $"Outlet {outlet}", Voice = $"outlet {outlet}", Title = $"{own[0]} {own[1]} attack", PublishedAt = at,
            Keywords = new ArticleWords($"{own[0]} {own[1]} attack", text).Around(report), Sketch = TextSketch.Of(text),
        };
    }

    private static Place Town(int town)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Town{town}");
        return new Place { Name = name, Entry = name, Country = PartyCode.Parse("ARL"), Latitude = town / 80, Longitude = town % 80 };
    }

    // Word of rank r about as often as 1/r, but for the empty ones, which no report is found by.
    private static string Word(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"Word{(int)(50 * Math.Pow(VocabularyCount / 50.0, random.NextDouble()))}");

    private sealed record Round(List<double> Times, int Joined, TimeSpan Cpu);
}
