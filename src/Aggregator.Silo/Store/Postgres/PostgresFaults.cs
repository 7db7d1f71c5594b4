using Npgsql;

namespace Aggregator.Store.Postgres;

/// <summary>Says what is wrong with the database, and what its owner can do.</summary>
internal static class PostgresFaults
{
    /// <summary>True for a fault of the server, the connection or the disk; false for one of a statement.</summary>
    internal static bool IsOfStore(Exception fault) => fault switch
    {
        // Classes and codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
        PostgresException { SqlState: var state } => state[..2] is "08" or "25" or "28" or "3D" or "40" or "53" or "55" or "57" or "58" or "XX" or "F0",
        NpgsqlException or TimeoutException => true,
        _ => false,
    };

    /// <summary>True where the connection went, so that another may fare better.</summary>
    internal static bool IsOfConnection(Exception fault) =>
        fault is PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "57P05" or "25P03" } || fault is NpgsqlException and not PostgresException;

    /// <summary>What the caller is told.</summary>
    /// <param name="fault">What the driver said.</param>
    /// <param name="name">The database.</param>
    internal static Exception Explain(Exception fault, string name) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.UniqueViolation } =>
            new InvalidOperationException("The write names an event, or a revision of one, that does not fit what the store has.", fault),
        _ when IsOfStore(fault) => new StoreUnavailableException(Describe(fault, name), fault),
        _ => fault,
    };

    private static string Describe(Exception fault, string name) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => $"There is no space left on the disk of '{name}'. Free some; writing then goes on by itself.",
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } =>
            $"'{name}' took longer than Store:StatementSeconds. Look at its load and its locks.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections or "53400" } =>
            $"'{name}' has no connection left. Lower Store:ConnectionCountMax on the nodes, or raise its max_connections.",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => $"'{name}' takes no writes: it is a standby. Connect to the primary.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"'{name}' refused the user or the password in Store:Postgres.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => $"There is no database '{name}'. Create it, owned by the user in Store:Postgres.",
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } =>
            $"'{name}' is stopping or starting. Work goes on by itself when it is up.",
        PostgresException { SqlState: var state } => $"'{name}' failed (code {state}). Its log says more.",
        _ => $"'{name}' can't be reached. See that it runs and that this machine may connect; work goes on by itself then.",
    };
}
