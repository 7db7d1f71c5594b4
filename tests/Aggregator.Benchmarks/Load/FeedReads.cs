using System.Diagnostics;
using HdrHistogram;

namespace Aggregator.Load;

/// <summary><c>reads</c>: reads a topic's feed page again and again. Prints reads a second and latencies.</summary>
internal static class FeedReads
{
    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        using var client = new HttpClient { BaseAddress = settings.Url };
        var latencies = new LongConcurrentHistogram(1, TimeSpan.FromMinutes(1).Ticks, 3);
        var began = Stopwatch.GetTimestamp();
        var until = TimeSpan.FromSeconds(settings.Seconds);
        await Task.WhenAll(Enumerable.Range(0, settings.Clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < until)
            {
                var asked = Stopwatch.GetTimestamp();
                await client.GetByteArrayAsync(new Uri($"/v1/topics/{settings.Topic}/feed?limit=50", UriKind.Relative));
                latencies.RecordValue(Math.Max(1, Stopwatch.GetElapsedTime(asked).Ticks));
            }
        })));
        Console.WriteLine($"{latencies.TotalCount / until.TotalSeconds:F0} feed pages/s; {Latency.Of(latencies)}");
        return 0;
    }
}
