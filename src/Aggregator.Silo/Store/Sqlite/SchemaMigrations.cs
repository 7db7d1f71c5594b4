namespace Aggregator.Store.Sqlite;

/// <summary>The numbered steps from an empty file to today's schema, each in one transaction.</summary>
internal static class SchemaMigrations
{
    private static readonly MigrationScripts Scripts = new("Migrations/");

    /// <summary>The schema that this program writes.</summary>
    internal static int Newest => Scripts.Newest;

    /// <summary>Takes the steps that the store has not yet taken.</summary>
    /// <param name="session">The writer's connection.</param>
    /// <param name="path">The database, for messages.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    /// <returns>The schema's number before.</returns>
    /// <exception cref="StoreUnavailableException">A newer program wrote the store.</exception>
    internal static int Apply(SqliteSession session, string path, DateTimeOffset now, CancellationToken cancellation)
    {
        session.Run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL, applied_at INTEGER NOT NULL) STRICT");
        var first = Version(session);
        if (first > Newest)
            throw new StoreUnavailableException(
                $"'{path}' was written by a newer version (schema {first}; this one knows {Newest}). Run that version, or choose another folder.");
        for (var version = first + 1; version <= Newest; version++)
        {
            cancellation.ThrowIfCancellationRequested();
            Apply(session, version, now);
        }
        return first;
    }

    private static void Apply(SqliteSession session, int version, DateTimeOffset now)
    {
        // Where a step fails, the caller closes the connection, which undoes it.
        session.Run("BEGIN EXCLUSIVE");
        // Read again under the lock: another may have been faster.
        if (Version(session) < version)
        {
            session.RunScript(Scripts[version]);
            session.Run("DELETE FROM schema_version");
            session.Run("INSERT INTO schema_version VALUES ($1, $2)", version, now.UtcTicks);
        }
        session.Run("COMMIT");
    }

    private static int Version(SqliteSession session) => session.ReadOne("SELECT version FROM schema_version", row => row.GetInt32(0));
}
