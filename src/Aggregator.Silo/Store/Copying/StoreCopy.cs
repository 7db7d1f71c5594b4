using Aggregator.Store.Postgres;
using Aggregator.Store.Sqlite;
using Npgsql;

namespace Aggregator.Store.Copying;

/// <summary>
/// Moves an embedded store into an empty PostgreSQL. Stopped at any moment, it goes on where it was when it is run again; at its end every table is read
/// again from both sides, and only where all agree may the new store be opened.
/// </summary>
/// <param name="source">The embedded store; nobody serves it meanwhile.</param>
/// <param name="target">The empty database.</param>
/// <param name="clock">For the schema's date.</param>
public sealed class StoreCopy(SqliteStoreOptions source, PostgresStoreOptions target, TimeProvider clock)
{
    private const int PageCountMax = 200;

    /// <summary>Copies and verifies.</summary>
    /// <param name="told">Told after each page, and after each table's verification.</param>
    /// <param name="cancellation">Stops between pages.</param>
    /// <returns>Rows copied, of all tables.</returns>
    /// <exception cref="StoreUnavailableException">
    /// One of the stores can't be used, or the target is not this store's; the message says what to do. Also where the two differ at the end.
    /// </exception>
    public async Task<long> RunAsync(Action<CopyStep> told, CancellationToken cancellation)
    {
        using var from = CopySource.Open(source, clock.GetUtcNow(), cancellation);
        await using var to = await CopyTarget.OpenAsync(target, clock.GetUtcNow(), cancellation).ConfigureAwait(false);
        try
        {
            var tables = await CopyPlan.OfAsync(from.Session, to.Session).ConfigureAwait(false);
            if (!await CopyProgress.IsBegunAsync(to.Session).ConfigureAwait(false))
                await to.InTransactionAsync(session => CopyProgress.BeginAsync(session, tables, from.Identity, to.Name), cancellation).ConfigureAwait(false);
            else if (await CopyProgress.ReadIdentityAsync(to.Session).ConfigureAwait(false) != from.Identity)
                throw new StoreUnavailableException($"'{to.Name}' holds the unfinished copy of another store than '{from.Path}'. Finish that, or choose another database.");
            foreach (var table in tables) await CopyAsync(from, to, table, told, cancellation).ConfigureAwait(false);
            var count = 0L;
            foreach (var table in tables) count += await VerifyAsync(from, to, table, told, cancellation).ConfigureAwait(false);
            await to.InTransactionAsync(session => CopyProgress.EndAsync(session, tables), cancellation).ConfigureAwait(false);
            await to.Session.RunAsync("ANALYZE").ConfigureAwait(false);
            return count;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            throw PostgresFaults.Explain(fault, to.Name);
        }
    }

    private static async Task CopyAsync(CopySource from, CopyTarget to, CopiedTable table, Action<CopyStep> told, CancellationToken cancellation)
    {
        var (cursor, count) = await CopyProgress.ReadAsync(to.Session, table.Name).ConfigureAwait(false);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (rows, last) = from.ReadPage(table, cursor, PageCountMax);
            if (rows.Count == 0) return;
            await to.InTransactionAsync(
                async session =>
                {
                    await to.TakeInAsync(table, rows, cancellation).ConfigureAwait(false);
                    await CopyProgress.MoveAsync(session, table.Name, last!, rows.Count).ConfigureAwait(false);
                },
                cancellation).ConfigureAwait(false);
            (cursor, count) = (last, count + rows.Count);
            told(new CopyStep(table.Name, count, Verified: false));
        }
    }

    private static async Task<long> VerifyAsync(CopySource from, CopyTarget to, CopiedTable table, Action<CopyStep> told, CancellationToken cancellation)
    {
        var said = new RowDigest();
        for (string[]? cursor = null; from.ReadPage(table, cursor, PageCountMax) is { Rows.Count: > 0 } page; cursor = page.Last)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var row in page.Rows) said.Add(row.Select((value, column) => value is null ? null : CopyTarget.Fitted(value, table.Columns[column].Type)));
        }
        var kept = await to.DigestAsync(table, cancellation).ConfigureAwait(false);
        if ((said.Count, said.Text) != (kept.Count, kept.Text))
            throw new StoreUnavailableException(
                $"'{to.Name}' does not hold what '{from.Path}' does: {table.Name} has {kept.Count} rows of {said.Count}, with hash {kept.Text} where {said.Text} is due. Drop that database and copy anew.");
        told(new CopyStep(table.Name, kept.Count, Verified: true));
        return kept.Count;
    }
}
