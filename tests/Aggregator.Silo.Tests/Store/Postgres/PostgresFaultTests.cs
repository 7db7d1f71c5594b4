using Aggregator.Intake;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Aggregator.Store.Postgres;

/// <summary>What the store does when the database fails it.</summary>
public class PostgresFaultTests(SharedPostgres shared)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Use_WhileTheServerIsAway_IsUnavailableAndGoesOnAfterwards()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.StartAsync();
        await server.CreateDatabaseAsync("away");
        await using var store = PostgresStores.At(server.ConnectionString("away"));
        await store.OpenAsync(Token);
        await store.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token);
        await server.HaltAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.SubmitAsync([Samples.Submission(2)], Samples.Noon, Token));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ReadArticleAsync(Samples.Article(1), Token));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AppendBlockAsync(new BlockAppend(Samples.Block, 0, [Samples.EventOf(1)], []), Token));
        await server.ResumeAsync();
        Assert.NotNull(await store.ReadArticleAsync(Samples.Article(1), Token));
        Assert.Equal(SubmitResult.Accepted, (await store.SubmitAsync([Samples.Submission(2)], Samples.Noon, Token))[0].Result);
    }

    [Fact]
    public async Task Read_ConnectionsCutMeanwhile_IsAnsweredAllTheSame()
    {
        var database = await shared.CreateDatabaseAsync();
        await using var store = PostgresStores.At(database);
        await store.OpenAsync(Token);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.PingAsync(Token)));
        await ExecuteAsync(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await store.PingAsync(Token);
    }

    [Fact]
    public async Task Write_StatementThatTakesTooLong_IsUnavailable()
    {
        var database = await shared.CreateDatabaseAsync();
        await using var store = PostgresStores.At(database, options => options.StatementSeconds = 1);
        await store.OpenAsync(Token);
        await using var source = NpgsqlDataSource.Create(database);
        await using var connection = await source.OpenConnectionAsync(Token);
        await using var locking = await connection.BeginTransactionAsync(Token);
        await using var command = new NpgsqlCommand("LOCK TABLE partitions", connection);
        await command.ExecuteNonQueryAsync(Token);
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token));
        Assert.Contains("StatementSeconds", refusal.Message, StringComparison.Ordinal);
        await locking.RollbackAsync(Token);
        Assert.Equal(SubmitResult.Accepted, (await store.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token))[0].Result);
    }

    [Fact]
    public async Task Write_TransactionOfAFrozenNode_IsUndoneForTheOthers()
    {
        var database = await shared.CreateDatabaseAsync();
        await using var store = PostgresStores.At(database, options => options.IdleTransactionSeconds = 1);
        await store.OpenAsync(Token);
        // A node that stops after it has locked the partitions, as the store's own sessions do.
        await using var frozen = PostgresSource.Create(new PostgresStoreOptions { Postgres = database, IdleTransactionSeconds = 1 });
        await using var connection = await frozen.OpenConnectionAsync(Token);
        await using var holding = await connection.BeginTransactionAsync(Token);
        await using var command = new NpgsqlCommand("SELECT * FROM partitions FOR UPDATE", connection);
        await command.ExecuteNonQueryAsync(Token);
        Assert.Equal(SubmitResult.Accepted, (await store.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token))[0].Result);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => holding.CommitAsync(Token));
    }

    [Fact]
    public async Task Open_WrongPassword_SaysWhatToDoAndNoSecret()
    {
        var database = await shared.CreateDatabaseAsync();
        const string Wrong = "not-the-harbour";
        var said = new List<string>();
        using var logs = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(new ListLogs(said)));
        await using var store = PostgresStores.At(database.Replace(PostgresServer.Password, Wrong, StringComparison.Ordinal), logger: logs.CreateLogger<PostgresStore>());
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.OpenAsync(Token));
        Assert.Contains("Store:Postgres", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, refusal + string.Concat(said), StringComparison.Ordinal);
    }

    [Theory, InlineData("Host=db;Pasword=not-the-harbour"), InlineData("=;=not-the-harbour")]
    public async Task Open_NoConnectionString_SaysSoWithoutRepeatingIt(string text)
    {
        await using var store = PostgresStores.At(text);
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.OpenAsync(Token));
        Assert.DoesNotContain("not-the-harbour", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WrittenByANewerVersion_IsRefused()
    {
        var database = await shared.CreateDatabaseAsync();
        await using (var store = PostgresStores.At(database)) await store.OpenAsync(Token);
        await ExecuteAsync(database, "UPDATE schema_version SET version = version + 1");
        await using var older = PostgresStores.At(database);
        Assert.Contains("newer version", (await Assert.ThrowsAsync<StoreUnavailableException>(() => older.OpenAsync(Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_CharactersThatTheDatabaseRefuses_KeepTheirPlaceAsReplacements()
    {
        var database = await shared.CreateDatabaseAsync();
        await using var store = PostgresStores.At(database);
        await store.OpenAsync(Token);
        var submission = Samples.Submission(1, "a\0b\uD83Dc\U0001F30D\uDC00");
        await store.SubmitAsync([submission], Samples.Noon, Token);
        Assert.Equal("a\uFFFDb\uFFFDc\U0001F30D\uFFFD", (await store.ReadArticleAsync(submission.Id, Token))!.Text);
        Assert.Equal(SubmitResult.Duplicate, (await store.SubmitAsync([submission], Samples.Noon, Token))[0].Result);
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }

    private sealed class ListLogs(List<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Add(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
