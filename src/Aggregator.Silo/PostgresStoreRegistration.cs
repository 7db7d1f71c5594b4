using Aggregator.Store;
using Aggregator.Store.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aggregator;

/// <summary>Adds the cluster's store.</summary>
public static class PostgresStoreRegistration
{
    /// <summary>
    /// Adds the PostgreSQL store as the <see cref="IStore"/>. Whoever starts the host opens it before the silo starts; several may at once. The
    /// connection string and its bounds are the configuration section <c>Store</c>.
    /// </summary>
    /// <param name="services">The services under construction.</param>
    public static IServiceCollection AddPostgresStore(this IServiceCollection services)
    {
        services.AddOptions<PostgresStoreOptions>().BindConfiguration("Store").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IStore, PostgresStore>();
        return services;
    }

    /// <summary>The connection string with which nodes find one another in the store's database: the same, with a small pool of its own.</summary>
    /// <param name="connectionString">The store's connection string; what can't be read is returned as it is, for the store to refuse.</param>
    public static string ClusterConnection(string connectionString) => PostgresSource.ForCluster(connectionString);
}
