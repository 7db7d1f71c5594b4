using Aggregator.Store;
using Aggregator.Store.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aggregator;

/// <summary>Adds the embedded store.</summary>
public static class SqliteStoreRegistration
{
    /// <summary>
    /// Adds the SQLite store as the <see cref="IStore"/>. Whoever starts the host opens it before the silo starts. Its bounds are
    /// the configuration section <c>Store</c>.
    /// </summary>
    /// <param name="services">The services under construction.</param>
    /// <param name="folder">The folder that keeps everything; made when it is not there.</param>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, string folder)
    {
        services.AddOptions<SqliteStoreOptions>().BindConfiguration("Store").Configure(options => options.Folder = folder)
            .ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IStore, SqliteStore>();
        return services;
    }
}
