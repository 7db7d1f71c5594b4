using Aggregator.Intake;
using Aggregator.Store.Postgres;
using Aggregator.Store.Sqlite;
using Npgsql;
using Xunit;

namespace Aggregator.Store.Copying;

/// <summary>An embedded store moved into PostgreSQL.</summary>
public sealed class StoreCopyTests(SharedPostgres shared) : IDisposable
{
    private const int ArticleCount = 450;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator-copy-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Copy_RowsInEveryTable_AreTheSameInBoth()
    {
        var database = await shared.CreateDatabaseAsync();
        await OpenOnceAsync();
        EveryTable.Fill(Path.Combine(_folder.FullName, "aggregator.db"), rowCount: 3);
        var steps = new List<CopyStep>();
        await Copy(database).RunAsync(steps.Add, Token);
        var verified = steps.Where(step => step.Verified).ToList();
        Assert.All(verified, step => Assert.True(step.RowCount >= 3, $"{step.Table} has {step.RowCount} rows."));
        var tables = await ReadAsync(database, "SELECT string_agg(relname, ' ' ORDER BY relname COLLATE \"C\") FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname NOT LIKE 'orleans%' AND relname <> 'schema_version'");
        Assert.Equal(tables, string.Join(' ', verified.Select(step => step.Table).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Copy_StoppedAndRunAgain_GoesOnAndIsOpenedOnlyWhenWhole()
    {
        var database = await shared.CreateDatabaseAsync();
        await FillAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Copy(database).RunAsync(step => StopAt(step, stop), stop.Token));
        await using (var early = PostgresStores.At(database))
            Assert.Contains("aggregator copy", (await Assert.ThrowsAsync<StoreUnavailableException>(() => early.OpenAsync(Token))).Message, StringComparison.Ordinal);
        var again = new List<CopyStep>();
        await Copy(database).RunAsync(again.Add, Token);
        // 200 were there already, and are not sent twice.
        Assert.Equal(400, again.First(step => step.Table == "article_revisions").RowCount);
        await using var store = PostgresStores.At(database);
        await store.OpenAsync(Token);
        Assert.Equal(ArticleCount, (await store.ReadLagAsync(Token)).PendingCount);
        Assert.Equal(SubmitResult.Duplicate, (await store.SubmitAsync([Samples.Submission(7)], Samples.Noon, Token))[0].Result);
        Assert.Equal(2, Assert.Single(await store.ReadEntriesAfterAsync(Samples.Topic(1), 1, 10, Token)).Position);
        // Numbers go on behind those that were copied.
        Assert.True(await store.AppendBlockAsync(new BlockAppend(Samples.Block, 1, [Samples.EventOf(9)], []), Token));
        Assert.Equal([Samples.Event(1), Samples.Event(2), Samples.Event(9)], (await store.ReadEventsAsync(0, 10, Token)).Events.Select(newsEvent => newsEvent.Id));
    }

    [Fact]
    public async Task Copy_IntoAStoreInUse_IsRefusedAndChangesNothing()
    {
        var database = await shared.CreateDatabaseAsync();
        await FillAsync();
        await using (var used = PostgresStores.At(database))
        {
            await used.OpenAsync(Token);
            await used.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token);
            Assert.Contains("Nodes run", (await Assert.ThrowsAsync<StoreUnavailableException>(() => Copy(database).RunAsync(_ => { }, Token))).Message, StringComparison.Ordinal);
        }
        Assert.Contains("empty database", (await Assert.ThrowsAsync<StoreUnavailableException>(() => Copy(database).RunAsync(_ => { }, Token))).Message, StringComparison.Ordinal);
        Assert.Equal("1", await ReadAsync(database, "SELECT count(*)::text FROM articles"));
    }

    [Fact]
    public async Task Copy_OverAnotherStoresUnfinishedCopy_IsRefused()
    {
        var database = await shared.CreateDatabaseAsync();
        await FillAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Copy(database).RunAsync(step => StopAt(step, stop), stop.Token));
        var other = _folder.CreateSubdirectory("other");
        await using (var store = SqliteStores.In(other)) await store.OpenAsync(Token);
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => new StoreCopy(new SqliteStoreOptions { Folder = other.FullName }, new PostgresStoreOptions { Postgres = database }, TimeProvider.System).RunAsync(_ => { }, Token));
        Assert.Contains("another store", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_ARowThatDiffers_IsFoundAndTheStoreStaysClosed()
    {
        var database = await shared.CreateDatabaseAsync();
        await FillAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Copy(database).RunAsync(step => StopAt(step, stop), stop.Token));
        await ReadAsync(database, "UPDATE article_revisions SET title = title || '!' WHERE article = 'article-3' RETURNING title");
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => Copy(database).RunAsync(_ => { }, Token));
        Assert.Contains("article_revisions", refusal.Message, StringComparison.Ordinal);
        await using var store = PostgresStores.At(database);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.OpenAsync(Token));
    }

    [Theory]
    [InlineData("ALTER TABLE topics ADD COLUMN colour text", null, "topics has no column colour")]
    [InlineData("CREATE TABLE colours (id text PRIMARY KEY)", null, "no table colours")]
    [InlineData(null, "CREATE TABLE colours (id TEXT PRIMARY KEY) STRICT", "colours.id")]
    [InlineData(null, "ALTER TABLE topics ADD COLUMN colour TEXT", "topics.colour")]
    public async Task Plan_WhatOnlyOneSchemaHas_IsNotPassedOver(string? postgres, string? sqlite, string said)
    {
        var database = await shared.CreateDatabaseAsync();
        await OpenOnceAsync();
        await using (var store = PostgresStores.At(database)) await store.OpenAsync(Token);
        if (postgres is not null) await ReadAsync(database, postgres);
        if (sqlite is not null) EveryTable.Run(Path.Combine(_folder.FullName, "aggregator.db"), sqlite);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Copy(database).RunAsync(_ => { }, Token));
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    private StoreCopy Copy(string database) =>
        new(new SqliteStoreOptions { Folder = _folder.FullName }, new PostgresStoreOptions { Postgres = database }, TimeProvider.System);

    private static void StopAt(CopyStep step, CancellationTokenSource stop)
    {
        if (step is { Table: "article_revisions", RowCount: 200 }) stop.Cancel();
    }

    private async Task OpenOnceAsync()
    {
        await using var store = SqliteStores.In(_folder);
        await store.OpenAsync(Token);
    }

    private async Task FillAsync()
    {
        await using var store = SqliteStores.In(_folder);
        await store.OpenAsync(Token);
        await store.SubmitAsync([.. Enumerable.Range(1, ArticleCount).Select(number => Samples.Submission(number))], Samples.Noon, Token);
        await store.AppendBlockAsync(new BlockAppend(Samples.Block, 0, [Samples.EventOf(1), Samples.EventOf(2)], []), Token);
        await store.PutTopicAsync(Samples.Definition(1), backfill: false, Token);
        await store.AppendEntriesAsync(new TopicAppend(Samples.Topic(1), 0, 1, [Samples.Entry(1, 1, Samples.EventOf(1)), Samples.Entry(1, 2, Samples.EventOf(2))], [], null), Token);
    }

    private static async Task<string?> ReadAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Token) as string;
    }
}
