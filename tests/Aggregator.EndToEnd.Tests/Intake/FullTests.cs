using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Intake;

/// <summary>What a client meets when the server can't take more: an honest refusal, and no loss of what it was told is kept.</summary>
public sealed class FullTests : IDisposable
{
    private const int BatchCountMax = 200;
    private const int SmallDiskKilobytes = 4_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Post_DiskIsFull_Is503AndEverythingAcknowledgedIsKept()
    {
        Assert.SkipWhen(TestStore.IsPostgres, "The server's disk is not the store's; the database's full disk is tried in DatabaseFaultTests.");
        var acknowledged = new List<string>();
        await using (var server = await ServerProcess.StartOnSmallDiskAsync(_folder.Path, SmallDiskKilobytes))
        {
            using var refusal = await PostUntilAsync(server, HttpStatusCode.ServiceUnavailable, acknowledged, lineCount: 1, textLength: 60_000);
            Assert.NotNull(refusal.Headers.RetryAfter);
            Assert.Equal("application/problem+json", refusal.Content.Headers.ContentType?.MediaType);
            Assert.NotEmpty(acknowledged);
            await HoldsAsync(server, acknowledged[0]);
            await server.KillAsync();
        }
        await using var roomier = await ServerProcess.StartAsync(_folder.Path);
        foreach (var id in acknowledged) await HoldsAsync(roomier, id);
        using var after = await PostAsync(roomier, Batch("after", 1, 100));
        Assert.True(after.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Post_TooManyWait_Is429WithAPauseAfterWhichItIsTaken()
    {
        await using var server = await ServerProcess.StartAsync(
            _folder.Path, new Dictionary<string, string> { ["AGGREGATOR_Intake__PendingCountMax"] = "100", ["AGGREGATOR_Intake__RetryAfterSeconds"] = "1" });
        var acknowledged = new List<string>();
        using var refusal = await PostUntilAsync(server, HttpStatusCode.TooManyRequests, acknowledged, lineCount: 500, textLength: 2_000);
        Assert.Equal(TimeSpan.FromSeconds(1), refusal.Headers.RetryAfter?.Delta);
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(1));
        HttpStatusCode status;
        do
        {
            await pause.WaitForNextTickAsync(timeout.Token);
            using var again = await PostAsync(server, Batch("again", 1, 100));
            status = again.StatusCode;
        }
        while (status == HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, status);
    }

    /// <summary>Posts batch after batch until one is answered with the status; the ids of all before it are noted.</summary>
    private static async Task<HttpResponseMessage> PostUntilAsync(ServerProcess server, HttpStatusCode status, List<string> acknowledged, int lineCount, int textLength)
    {
        for (var batch = 0; batch < BatchCountMax; batch++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"b{batch}");
            var answer = await PostAsync(server, Batch(prefix, lineCount, textLength));
            if (answer.StatusCode == status) return answer;
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            answer.Dispose();
            acknowledged.AddRange(Enumerable.Range(0, lineCount).Select(line => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{line}")));
        }
        throw new InvalidOperationException($"{BatchCountMax} batches were taken.");
    }

    private static Task<HttpResponseMessage> PostAsync(ServerProcess server, HttpContent batch) =>
        server.Client.PostAsync(new Uri("/v1/articles", UriKind.Relative), batch, TestContext.Current.CancellationToken);

    private static async Task HoldsAsync(ServerProcess server, string article)
    {
        using var answer = await server.Client.GetAsync(new Uri($"/v1/articles/{article}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{article} was acknowledged and is {answer.StatusCode}.");
    }

    private static StringContent Batch(string prefix, int lineCount, int textLength)
    {
        var lines = Enumerable.Range(0, lineCount).Select(line => JsonSerializer.Serialize(new
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{line}"), outlet = "North Wire", published = "2026-09-16", title = "News",
            text = string.Concat(Enumerable.Range(0, textLength / 50).Select(at => string.Create(CultureInfo.InvariantCulture, $"The council of {prefix} met for talk number {at + line} of many. "))),
        }));
        return new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
    }
}
