using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aggregator.Extraction;
using Aggregator.Load;
using Aggregator.Store;
using Aggregator.Store.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Aggregator.Intake;

/// <summary>Defines <c>--count</c> sources of 20 items each on as many hosts, polls them all into a fresh store, then once more with nothing new.</summary>
internal static class PollRun
{
    private static readonly string[] Loopback = ["127.0.0.0/8"];

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-bench-");
        try
        {
            await using var site = await FeedSite.StartAsync();
            await using var store = new SqliteStore(
                Options.Create(new SqliteStoreOptions { Folder = folder.FullName }), TimeProvider.System, NullLogger<SqliteStore>.Instance);
            await store.OpenAsync(CancellationToken.None);
            using var host = Build(store);
            await host.StartAsync();
            var grains = host.Services.GetRequiredService<IGrainFactory>();

            await TimeAsync("first poll", settings, (feed, source) => source.PutAsync(new SourceDefinition { Id = IdOf(feed), Url = site.UrlOf(feed) }), "ok");
            await TimeAsync("second poll, nothing new", settings, (_, source) => source.PollAsync(), "not-modified");
            await host.StopAsync();

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
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
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

    private static IHost Build(IStore store)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton<IExtractor>(new SilentExtractor());
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
            silo.UseInMemoryReminderService();
            silo.AddAggregatorStages();
            silo.Services.Configure<SourceOptions>(options => options.AllowedNetworks = Loopback);
        });
        return builder.Build();
    }

    private static SourceId IdOf(int feed) => SourceId.Parse($"feed-{feed}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
