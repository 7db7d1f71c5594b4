using System.Net;
using System.Net.Sockets;
using Aggregator.Extraction;
using Aggregator.Store;
using Aggregator.Store.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Aggregator.Load;

/// <summary>A silo with the real stages over a fresh SQLite store, in this process.</summary>
internal sealed class BenchmarkSilo : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly IHost _host;

    private BenchmarkSilo(DirectoryInfo folder, SqliteStore store, IHost host) => (_folder, Store, _host) = (folder, store, host);

    internal SqliteStore Store { get; }

    internal IServiceProvider Services => _host.Services;

    internal IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    internal static async Task<BenchmarkSilo> StartAsync(IExtractor extractor, Action<IServiceCollection>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-bench-");
        var store = new SqliteStore(Options.Create(new SqliteStoreOptions { Folder = folder.FullName }), TimeProvider.System, NullLogger<SqliteStore>.Instance);
        await store.OpenAsync(CancellationToken.None);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddSingleton<IStore>(store);
        builder.Services.AddSingleton(extractor);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
            silo.UseInMemoryReminderService();
            silo.AddAggregatorStages();
            configure?.Invoke(silo.Services);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new BenchmarkSilo(folder, store, host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await Store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
