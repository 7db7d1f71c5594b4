using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Aggregator.Archive;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Store;
using Aggregator.Store.Sqlite;
using Aggregator.Topics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Configuration;
using Xunit;

namespace Aggregator.Stages;

/// <summary>A real silo with the real stages over a real store in a folder of its own.</summary>
internal sealed class TestSilo : IAsyncDisposable
{
    internal static readonly Extractor English = Extractor.Load();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IHost _host;

    private TestSilo(IHost host) => (_host, Store) = (host, host.Services.GetRequiredService<IStore>());

    internal IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    internal IStore Store { get; }

    internal static async Task<TestSilo> StartAsync(
        string folder, Func<IStore, IStore>? wrap = null, Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        var store = new SqliteStore(Options.Create(new SqliteStoreOptions { Folder = folder }), TimeProvider.System, NullLogger<SqliteStore>.Instance);
        await store.OpenAsync(CancellationToken.None);
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddSingleton(wrap is null ? store : wrap(store));
        builder.Services.AddSingleton<IExtractor>(English);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
            silo.UseInMemoryReminderService();
            silo.AddAggregatorStages();
            silo.Services.Configure<IntakeOptions>(intake => (intake.LookSeconds, intake.BatchCountMax) = (0.2, 8));
            configure?.Invoke(silo.Services);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new TestSilo(host);
    }

    internal async Task<ImmutableArray<SubmitOutcome>> SubmitAsync(params Submission[] batch)
    {
        while (true)
        {
            try
            {
                return (await Grains.GetGrain<IIntakeGateGrain>(0).SubmitAsync(batch.ToImmutableArray().AsImmutable())).Outcomes;
            }
            catch (StoreUnavailableException)
            {
                // Not acknowledged: said again, as a client would.
            }
        }
    }

    internal async Task DefineAsync(string topic, string question)
    {
        while (true)
        {
            try
            {
                Assert.Null((await Grains.GetGrain<ITopicGrain>(topic).PutAsync(topic, "", question)).Error);
                return;
            }
            catch (Exception fault) when (fault is StoreUnavailableException or StaleActivationException)
            {
                // Not acknowledged.
            }
        }
    }

    /// <summary>Returns once nothing waits and no topic backfills.</summary>
    internal async Task SettledAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await Store.ReadLagAsync(timeout.Token)).PendingCount > 0 || (await Store.ReadBackfillingAsync(timeout.Token)).Count > 0)
            await pause.WaitForNextTickAsync(timeout.Token);
    }

    internal async Task<FeedPage> ReadFeedAsync(string topic) =>
        await Grains.GetGrain<ITopicGrain>(topic).ReadAfterAsync(0, 500) ?? throw new InvalidOperationException($"There is no topic {topic}.");

    internal IArchiveGrain Archive => Grains.GetGrain<IArchiveGrain>(0);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await Store.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
