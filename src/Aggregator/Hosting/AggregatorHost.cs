using Aggregator.Access;
using Aggregator.Demo;

namespace Aggregator.Hosting;

/// <summary>Composes the server by its role: the silo with its stages, the store, the API and telemetry.</summary>
internal static class AggregatorHost
{
    /// <summary>How long a server that is told to stop may take to end its streams and hand over what it holds.</summary>
    internal static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Why the settings don't fit together; null when they do.</summary>
    internal static string? Refusal(ServeSettings settings, IConfiguration configuration) =>
        settings.Role != ServerRole.All && !InCluster(configuration) ? "A role of its own needs a cluster's store: set AGGREGATOR_Store__Postgres." : null;

    internal static WebApplication Build(ServeSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables("AGGREGATOR_");
        builder.WebHost.UseUrls(settings.Urls);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Logging.AddFilter("Orleans", LogLevel.Error).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning)
            // At a lower level it writes whole addresses, also those with a capability in them.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        var inCluster = InCluster(builder.Configuration);
        if (inCluster) builder.Services.AddPostgresStore();
        else builder.Services.AddSqliteStore(settings.Data.FullName);
        if (settings.Role == ServerRole.Api) ClusterSetup.AddClient(builder);
        else AddStages(builder, inCluster);
        TelemetrySetup.Add(builder);
        builder.Services.AddAggregatorApi();
        builder.Services.PostConfigure<AccessOptions>(access => access.KeysRequired |= !StartRule.IsLocal(settings, builder.Configuration));
        if (settings.Demo) builder.Services.AddHostedService<DemoPlayer>();
        var app = builder.Build();
        if (settings.Role == ServerRole.Silo) app.MapAggregatorProbes();
        else app.MapAggregatorApi();
        TelemetrySetup.Map(app);
        return app;
    }

    private static bool InCluster(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["Store:Postgres"]);

    private static void AddStages(WebApplicationBuilder builder, bool inCluster)
    {
        ExtractorSetup.Add(builder.Services, builder.Configuration);
        builder.UseOrleans(silo =>
        {
            if (inCluster) ClusterSetup.Join(silo, builder.Configuration);
            else ClusterSetup.StandAlone(silo);
            silo.AddActivityPropagation();
            silo.AddAggregatorStages();
        });
    }
}
