using System.Globalization;
using Npgsql;

namespace Aggregator.Store.Postgres;

/// <summary>Makes the pool of connections, with the bounds that a session needs to hold up nobody.</summary>
internal static class PostgresSource
{
    /// <summary>A pool over the options' connection string.</summary>
    /// <exception cref="StoreUnavailableException">The connection string can't be read. The message does not repeat it: it may hold a password.</exception>
    internal static NpgsqlDataSource Create(PostgresStoreOptions options)
    {
        try
        {
            return NpgsqlDataSource.Create(Complete(new NpgsqlConnectionStringBuilder(options.Postgres), options));
        }
        catch (ArgumentException)
        {
            throw new StoreUnavailableException("Store:Postgres is no connection string that Npgsql can read; an example is 'Host=db;Database=aggregator;Username=aggregator;Password=…'.");
        }
    }

    /// <summary>Where the database is, without who connects and how.</summary>
    internal static string Name(NpgsqlDataSource source)
    {
        var said = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return string.Create(CultureInfo.InvariantCulture, $"{said.Host}:{said.Port}/{said.Database ?? said.Username}");
    }

    /// <summary>The same database with a small pool of its own, so that who is alive is known also while the store's connections are all taken.</summary>
    internal static string ForCluster(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString)
            {
                MaxPoolSize = 8, Timeout = 5, CommandTimeout = 5, KeepAlive = 10, ApplicationName = "aggregator-cluster",
            }.ConnectionString;
        }
        catch (ArgumentException)
        {
            return connectionString;
        }
    }

    private static NpgsqlConnectionStringBuilder Complete(NpgsqlConnectionStringBuilder said, PostgresStoreOptions options)
    {
        if (!said.ContainsKey("Maximum Pool Size")) said.MaxPoolSize = options.ConnectionCountMax;
        if (!said.ContainsKey("Max Auto Prepare")) said.MaxAutoPrepare = 64;
        if (!said.ContainsKey("Timeout")) said.Timeout = 5;
        // The server's own bound comes first; this one is for a server that no longer answers at all.
        if (!said.ContainsKey("Command Timeout")) said.CommandTimeout = options.StatementSeconds + 5;
        if (!said.ContainsKey("Keepalive")) said.KeepAlive = 10;
        if (string.IsNullOrEmpty(said.ApplicationName)) said.ApplicationName = "aggregator";
        said.Options = string.Create(
            CultureInfo.InvariantCulture,
            $"-c statement_timeout={options.StatementSeconds * 1_000} -c idle_in_transaction_session_timeout={options.IdleTransactionSeconds * 1_000} -c synchronous_commit=on {said.Options}").TrimEnd();
        return said;
    }
}
