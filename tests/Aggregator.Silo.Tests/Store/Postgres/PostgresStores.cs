using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Aggregator.Store.Postgres;

/// <summary>Makes PostgreSQL stores for tests.</summary>
internal static class PostgresStores
{
    internal static PostgresStore At(string connectionString, Action<PostgresStoreOptions>? configure = null, ILogger<PostgresStore>? logger = null)
    {
        var options = new PostgresStoreOptions { Postgres = connectionString };
        configure?.Invoke(options);
        return new PostgresStore(Options.Create(options), TimeProvider.System, logger ?? NullLogger<PostgresStore>.Instance);
    }
}
