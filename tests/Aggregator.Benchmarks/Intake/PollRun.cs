using System.Diagnostics;
using System.Globalization;
using Aggregator.Load;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Intake;

/// <summary>Defines <c>--count</c> sources of 20 items each on as many hosts, polls them all into a fresh store, then once more with nothing new.</summary>
internal static class PollRun
{
    private static readonly string[] Loopback = ["127.0.0.0/8"];

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        await using var site = await FeedSite.StartAsync();
        await using var silo = await BenchmarkSilo.StartAsync(
            new SilentExtractor(), services => services.Configure<SourceOptions>(options => options.AllowedNetworks = Loopback));
        var grains = silo.Grains;

        await TimeAsync("first poll", settings, (feed, source) => source.PutAsync(new SourceDefinition { Id = IdOf(feed), Url = site.UrlOf(feed) }), "ok");
        await TimeAsync("second poll, nothing new", settings, (_, source) => source.PollAsync(), "not-modified");
        return 0;

        async Task TimeAsync(string name, LoadSettings run, Func<int, ISourceGrain, Task> act, string outcome)
        {
            var (clock, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            await Task.WhenAll(Enumerable.Range(0, run.Count).Select(feed => act(feed, grains.GetGrain<ISourceGrain>(IdOf(feed).Value))));
            var articles = await ArticlesAsync(grains, run.Count, outcome);
            var cpu = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: {run.Count} feeds, {articles} articles of {FeedSite.ArticlesOf(run.Count)} stored in {clock.Elapsed.TotalSeconds:F2} s, {cpu:F2} cpu-seconds"));
        }
    }

    /// <summary>Waits until each source has had its poll; the articles that came through them.</summary>
    private static async Task<long> ArticlesAsync(IGrainFactory grains, int count, string outcome)
    {
        var sum = 0L;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var feed = 0; feed < count; feed++)
        {
            SourceStatus? status;
            while ((status = await grains.GetGrain<ISourceGrain>(IdOf(feed).Value).ReadStatusAsync())?.Health.LastOutcome != outcome)
                await pause.WaitForNextTickAsync();
            sum += status!.Health.ArticleCount;
        }
        return sum;
    }

    private static SourceId IdOf(int feed) => SourceId.Parse($"feed-{feed}");
}
