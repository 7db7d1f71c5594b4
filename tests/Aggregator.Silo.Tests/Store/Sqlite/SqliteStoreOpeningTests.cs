using Aggregator.Intake;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Aggregator.Store.Sqlite;

public sealed class SqliteStoreOpeningTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator-store-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.FullName, "aggregator.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Open_SecondOnTheFolder_IsToldAndHarmsNothing()
    {
        var first = SqliteStores.In(_folder);
        await first.OpenAsync(Token);
        await first.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token);
        Assert.Contains("Another Aggregator is running on", await RefusalAsync(_folder), StringComparison.Ordinal);
        Assert.NotNull(await first.ReadArticleAsync(Samples.Article(1), Token));
        await first.DisposeAsync();
        await using var second = SqliteStores.In(_folder);
        await second.OpenAsync(Token);
        Assert.NotNull(await second.ReadArticleAsync(Samples.Article(1), Token));
    }

    [Fact]
    public async Task Open_FolderThatIsNotThere_IsMade()
    {
        await using var store = SqliteStores.In(new DirectoryInfo(Path.Combine(_folder.FullName, "a", "b")));
        await store.OpenAsync(Token);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "a", "b", "aggregator.db")));
    }

    [Fact]
    public async Task Open_FileInPlaceOfTheFolder_SaysSo()
    {
        var path = Path.Combine(_folder.FullName, "taken");
        await File.WriteAllTextAsync(path, "", Token);
        Assert.Contains("choose another folder", await RefusalAsync(new DirectoryInfo(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ReadOnlyFolder_SaysSo()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "An administrator may write to a read-only folder; run the tests under another account.");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Contains("may not be written", await RefusalAsync(_folder), StringComparison.Ordinal);
        }
        finally
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task Open_NewerSchema_IsRefusedAndLeftAlone()
    {
        await CreateAsync(partitionCount: 4);
        Execute("UPDATE schema_version SET version = 1000");
        Assert.Contains("newer version (schema 1000", await RefusalAsync(_folder), StringComparison.Ordinal);
        Execute($"UPDATE schema_version SET version = {SchemaMigrations.Newest}");
        await CreateAsync(partitionCount: 4);
    }

    [Fact]
    public async Task Open_AnotherApplicationsDatabase_IsRefused()
    {
        Execute("CREATE TABLE recipes (name TEXT)");
        Assert.Contains("another application's database", await RefusalAsync(_folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_NotADatabase_IsRefused()
    {
        await File.WriteAllTextAsync(Database, string.Concat(Enumerable.Repeat("Not a database. ", 1_000)), Token);
        Assert.Contains("is not a database", await RefusalAsync(_folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OtherPartitionCount_TheStoresOwnCounts()
    {
        await CreateAsync(partitionCount: 4);
        await using var store = SqliteStores.In(_folder, options => options.PartitionCount = 9);
        await store.OpenAsync(Token);
        Assert.Equal(4, store.PartitionCount);
        var outcomes = await store.SubmitAsync([.. Enumerable.Range(0, 40).Select(number => Samples.Submission(number))], Samples.Noon, Token);
        Assert.All(outcomes, outcome => Assert.Equal(SubmitResult.Accepted, outcome.Result));
        Assert.Equal(40, (await store.ReadLagAsync(Token)).PendingCount);
    }

    [Fact]
    public async Task Open_Cancelled_LeavesTheFolderFree()
    {
        await using var store = SqliteStores.In(_folder);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.OpenAsync(new CancellationToken(canceled: true)));
        await CreateAsync(partitionCount: 1);
    }

    private async Task CreateAsync(int partitionCount)
    {
        await using var store = SqliteStores.In(_folder, options => options.PartitionCount = partitionCount);
        await store.OpenAsync(Token);
        Assert.Equal(partitionCount, store.PartitionCount);
    }

    private static async Task<string> RefusalAsync(DirectoryInfo folder)
    {
        await using var store = SqliteStores.In(folder);
        return (await Assert.ThrowsAsync<StoreUnavailableException>(() => store.OpenAsync(Token))).Message;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
