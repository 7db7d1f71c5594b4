using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Aggregator.Hosting;

/// <summary>How silos and API nodes find one another: alone in one process, or by the tables in the cluster's database.</summary>
internal static class ClusterSetup
{
    private const string Name = "aggregator", Driver = "Npgsql";

    /// <summary>One process: no other silo can join, so any free port serves, and several servers run side by side.</summary>
    internal static void StandAlone(ISiloBuilder silo)
    {
        silo.UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: Name, clusterId: "local");
        silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
        silo.UseInMemoryReminderService();
    }

    /// <summary>One of many silos.</summary>
    internal static void Join(ISiloBuilder silo, IConfiguration configuration)
    {
        silo.Services.AddOptions<ClusterOptions>().BindConfiguration("Cluster").ValidateDataAnnotations().ValidateOnStart();
        var connection = PostgresStoreRegistration.ClusterConnection(configuration["Store:Postgres"]!);
        silo.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = (Driver, connection));
        silo.UseAdoNetReminderService(reminders => (reminders.Invariant, reminders.ConnectionString) = (Driver, connection));
        silo.Configure<Orleans.Configuration.ClusterOptions>(SetName);
        silo.Services.AddOptions<EndpointOptions>().Configure<IOptions<ClusterOptions>>((endpoint, options) => Place(endpoint, options.Value));
        silo.Services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<ClusterOptions>>((membership, options) => Tune(membership, options.Value));
        if (configuration.GetValue("Cluster:Kubernetes", false)) silo.UseKubernetesHosting();
        silo.AddSiloFence();
    }

    /// <summary>An API node, which asks the silos.</summary>
    internal static void AddClient(WebApplicationBuilder builder) => builder.UseOrleansClient(client =>
    {
        if (builder.Configuration["Store:Postgres"] is not { Length: > 0 } said) return;
        client.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = (Driver, PostgresStoreRegistration.ClusterConnection(said)));
        client.Configure<Orleans.Configuration.ClusterOptions>(SetName);
        client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2));
        client.UseConnectionRetryFilter(async (_, cancellation) =>
        {
            // An API node may be up before the first silo is.
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            return true;
        });
        client.AddActivityPropagation();
    });

    private static void SetName(Orleans.Configuration.ClusterOptions cluster) => (cluster.ClusterId, cluster.ServiceId) = (Name, Name);

    private static void Place(EndpointOptions endpoint, ClusterOptions options)
    {
        (endpoint.SiloPort, endpoint.GatewayPort) = (options.SiloPort, options.GatewayPort);
        if (options.Address is { } address) endpoint.AdvertisedIPAddress = IPAddress.Parse(address);
    }

    private static void Tune(ClusterMembershipOptions membership, ClusterOptions options)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(options.ProbeSeconds);
        membership.NumMissedProbesLimit = options.MissedProbeCountMax;
        // The fence keeps a node that was voted out in error from doing harm.
        membership.NumVotesForDeathDeclaration = options.VoteCount;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        // A node that starts first asks every node that is listed whether it is there, unless that has not said so for three of these. After all went at
        // once, or a backup with the list in it was put back, nobody is, and the start would wait for minutes.
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.DefunctSiloExpiration = TimeSpan.FromHours(1);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
