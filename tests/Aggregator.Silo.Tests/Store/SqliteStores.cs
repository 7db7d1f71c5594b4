using Aggregator.Store.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Aggregator.Store;

/// <summary>Makes SQLite stores for tests.</summary>
internal static class SqliteStores
{
    internal static SqliteStore In(DirectoryInfo folder, Action<SqliteStoreOptions>? configure = null)
    {
        var options = new SqliteStoreOptions { Folder = folder.FullName };
        configure?.Invoke(options);
        return new SqliteStore(Options.Create(options), TimeProvider.System, NullLogger<SqliteStore>.Instance);
    }
}
