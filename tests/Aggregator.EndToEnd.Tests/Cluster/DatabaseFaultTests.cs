using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Aggregator.Intake;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Npgsql;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>What clients meet when the database fails the server: an honest refusal, no loss, and work that goes on by itself.</summary>
public class DatabaseFaultTests
{
    private const int HappeningCount = 20, DiskMegabytes = 24, TextBytes = 300_000, PostCountMax = 1_000;

    [Fact]
    public async Task Post_DatabaseCrashedCutAndStuck_Is503AndEverythingGoesOnAfterwards()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var database = await PostgresServer.StartAsync();
        await database.CreateDatabaseAsync("faulty");
        var environment = new Dictionary<string, string>(ServerCluster.NodeOf(database.ConnectionString("faulty"))) { ["AGGREGATOR_Store__StatementSeconds"] = "1" };
        await using var server = await KillableServer.StartAsync("unused", environment);
        var outcome = await new NewsRun(server, [() => server.Client]).RunAsync(SampleNews.Make(HappeningCount), async _ =>
        {
            await database.HaltAsync();
            await IsRefusedAsync(server.Client);
            await database.ResumeAsync();
            for (var cut = 0; cut < 3; cut++) await database.CutAsync("faulty");
            await WhileLockedAsync(database, "faulty", () => IsRefusedAsync(server.Client));
        });
        outcome.IsHeard();
    }

    [Fact]
    public async Task Post_DatabasesDiskIsFull_Is503AndTakenAgainOnceThereIsSpace()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var disk = await SmallDisk.TryMountAsync(DiskMegabytes);
        Assert.SkipWhen(disk is null, "A small disk can't be mounted here: that takes root and the right to mount.");
        await using var database = await PostgresServer.StartAsync();
        var tables = Directory.CreateDirectory(Path.Combine(disk.Path, "tables")).FullName;
        await database.CreateDatabaseAsync("small", tables);
        var filler = Path.Combine(disk.Path, "filler");
        await File.WriteAllBytesAsync(filler, new byte[DiskMegabytes * 1024 * 1024 / 4], TestContext.Current.CancellationToken);
        await using var server = await KillableServer.StartAsync("unused", ServerCluster.NodeOf(database.ConnectionString("small")));
        var acknowledged = new List<string>();
        using (var refusal = await FillAsync(server.Client, acknowledged)) await IsHonestAsync(refusal);
        Assert.NotEmpty(acknowledged);
        // What was taken can still be read.
        await server.ReadAsync($"/v1/articles/{acknowledged[0]}");
        File.Delete(filler);
        await server.TryAsync(client => client.PostAsync(new Uri("/v1/articles", UriKind.Relative), Article("after", "Kenya and Norway held a phone call on 16 September 2026.")));
        await server.DrainedAsync();
        foreach (var id in acknowledged) Assert.Equal(1, (await server.ReadAsync($"/v1/articles/{id}")).GetProperty("revision").GetInt32());
        Assert.NotEmpty((await server.ReadAsync("/v1/articles/after")).GetProperty("reports").EnumerateArray());
    }

    private static async Task<HttpResponseMessage> FillAsync(HttpClient client, List<string> acknowledged)
    {
        for (var number = 0; number < PostCountMax; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"fill-{number}");
            // Random, so that it can't be compressed away.
            var answer = await client.PostAsync(new Uri("/v1/articles", UriKind.Relative), Article(id, Convert.ToBase64String(RandomNumberGenerator.GetBytes(TextBytes))), TestContext.Current.CancellationToken);
            if (!answer.IsSuccessStatusCode) return answer;
            answer.Dispose();
            acknowledged.Add(id);
        }
        throw new InvalidOperationException($"{PostCountMax} articles were taken.");
    }

    /// <summary>Posts until that is refused: what was under way when the fault began may still have been taken.</summary>
    private static async Task IsRefusedAsync(HttpClient client)
    {
        for (var number = 0; number < PostCountMax; number++)
        {
            using var answer = await client.PostAsync(
                new Uri("/v1/articles", UriKind.Relative), Article(string.Create(CultureInfo.InvariantCulture, $"refused-{number}"), "Nothing of note."), TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode) continue;
            await IsHonestAsync(answer);
            return;
        }
        throw new InvalidOperationException($"{PostCountMax} articles were taken.");
    }

    private static async Task IsHonestAsync(HttpResponseMessage refusal)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refusal.StatusCode);
        Assert.NotNull(refusal.Headers.RetryAfter);
        var problem = JsonDocument.Parse(await refusal.Content.ReadAsStringAsync()).RootElement;
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    /// <summary>Does something while every statement that writes to the inbox waits until it takes too long.</summary>
    private static async Task WhileLockedAsync(PostgresServer server, string database, Func<Task> does)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString(database) + ";Pooling=false");
        await using var connection = await source.OpenConnectionAsync();
        await using var locking = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("LOCK TABLE partitions", connection);
        await command.ExecuteNonQueryAsync();
        await does();
        await locking.RollbackAsync();
    }

    private static StringContent Article(string id, string text) => new(
        JsonSerializer.Serialize(new { id, outlet = "North Wire", published = "2026-09-16", title = "News", text }), Encoding.UTF8, "application/json");
}
