using System.Net;
using System.Net.Sockets;
using Aggregator.Demo;
using Aggregator.Extraction;
using Orleans.Configuration;

namespace Aggregator.Hosting;

/// <summary>Composes the server: the silo with its stages, the store, the API and telemetry, in one process.</summary>
internal static class AggregatorHost
{
    internal static WebApplication Build(ServeSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables("AGGREGATOR_");
        builder.WebHost.UseUrls(settings.Urls);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Logging.AddFilter("Orleans", LogLevel.Error).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        AddStages(builder, settings);
        TelemetrySetup.Add(builder);
        builder.Services.AddAggregatorApi();
        if (settings.Demo) builder.Services.AddHostedService<DemoPlayer>();
        var app = builder.Build();
        app.MapAggregatorApi();
        TelemetrySetup.Map(app);
        return app;
    }

    private static void AddStages(WebApplicationBuilder builder, ServeSettings settings)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["Store:Postgres"])) builder.Services.AddSqliteStore(settings.Data.FullName);
        else builder.Services.AddPostgresStore();
        builder.Services.AddSingleton<IExtractor>(_ => Extractor.Load());
        builder.UseOrleans(silo =>
        {
            // One process: no other silo can join, so any free port serves, and several servers run side by side.
            silo.UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: "aggregator", clusterId: "local");
            silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
            silo.UseInMemoryReminderService();
            silo.AddActivityPropagation();
            silo.AddAggregatorStages();
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
