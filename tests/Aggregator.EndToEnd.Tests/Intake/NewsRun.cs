using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Intake;

/// <summary>
/// Sample articles posted and a topic followed while servers fail; and what is there to compare afterwards: an undisturbed run over the same
/// articles must come out the same.
/// </summary>
internal sealed class NewsRun(PatientClient server, IReadOnlyList<Func<HttpClient>> followed)
{
    private const int BatchCount = 6;
    private const string Topic = "calls-and-tolls";

    /// <summary>Runs it.</summary>
    /// <param name="articles">What is posted.</param>
    /// <param name="disturb">What happens meanwhile.</param>
    /// <param name="pace">The time between two batches, to spread posting over what happens; as fast as they are taken where none is given.</param>
    internal async Task<NewsOutcome> RunAsync(IReadOnlyList<(string Id, string Json)> articles, Func<CancellationToken, Task> disturb, TimeSpan pace = default)
    {
        await server.TryAsync(client => client.PutAsJsonAsync($"/v1/topics/{Topic}", new { title = "Calls and tolls", question = "kind:(call or casualties)" }));
        using var stop = new CancellationTokenSource();
        var heard = followed.Select(_ => new ConcurrentQueue<long>()).ToList();
        var following = followed.Zip(heard, (client, positions) => FollowAsync(client, positions, stop.Token)).ToList();
        var disturbing = disturb(stop.Token);
        await PostAsync(articles, pace);
        await disturbing;
        await server.DrainedAsync();
        var reports = new List<(string Id, string Event)>();
        foreach (var (id, _) in articles) reports.AddRange(await ReadReportsAsync(id));
        var names = reports.GroupBy(report => report.Event).ToDictionary(group => group.Key, group => string.Join('+', group.Select(report => report.Id).Order(StringComparer.Ordinal)));
        var last = (await server.ReadAsync($"/v1/topics/{Topic}")).GetProperty("position").GetInt64();
        await HeardAsync(heard, last);
        await stop.CancelAsync();
        await Task.WhenAll(following);
        return new NewsOutcome([.. heard.Select(positions => positions.TakeWhile(position => position <= last).ToList())], last, [.. reports.Select(report => report.Id)], await TopicReading.OfAsync(server, Topic, names));
    }

    /// <summary>What was read from an article that was handed in once; each is through resolution.</summary>
    private async Task<List<(string Id, string Event)>> ReadReportsAsync(string id)
    {
        var article = await server.ReadAsync($"/v1/articles/{id}");
        Assert.Equal(1, article.GetProperty("revision").GetInt32());
        var reports = article.GetProperty("reports").EnumerateArray().ToList();
        Assert.All(reports, report => Assert.Equal(JsonValueKind.String, report.GetProperty("event").ValueKind));
        return reports.ConvertAll(report => (report.GetProperty("id").GetString()!, report.GetProperty("event").GetString()!));
    }

    private Task PostAsync(IReadOnlyList<(string Id, string Json)> articles, TimeSpan pace) =>
        Parallel.ForEachAsync(PacedAsync(articles.Chunk(BatchCount), pace), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (batch, _) =>
        {
            var body = string.Join('\n', batch.Select(article => article.Json));
            await server.TryAsync(client => client.PostAsync("/v1/articles", new StringContent(body, Encoding.UTF8, "application/x-ndjson")));
        });

    private static async IAsyncEnumerable<T> PacedAsync<T>(IEnumerable<T> batches, TimeSpan pace)
    {
        using var turns = pace > TimeSpan.Zero ? new PeriodicTimer(pace) : null;
        foreach (var batch in batches)
        {
            yield return batch;
            if (turns is not null) await turns.WaitForNextTickAsync();
        }
    }

    private static async Task HeardAsync(List<ConcurrentQueue<long>> heard, long last)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (heard.Any(positions => positions.LastOrDefault() < last)) await pause.WaitForNextTickAsync(timeout.Token);
    }

    /// <summary>Follows as a client does: on from the last position, whatever happens to the stream.</summary>
    private static async Task FollowAsync(Func<HttpClient> client, ConcurrentQueue<long> positions, CancellationToken cancellation)
    {
        var last = 0L;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                using var stream = await client().GetStreamAsync(new Uri($"/v1/topics/{Topic}/stream?after={last}", UriKind.Relative), cancellation);
                using var reader = new StreamReader(stream);
                while (await reader.ReadLineAsync(cancellation) is { } line)
                {
                    if (!line.StartsWith("id:", StringComparison.Ordinal)) continue;
                    last = long.Parse(line[3..], CultureInfo.InvariantCulture);
                    positions.Enqueue(last);
                }
                await pause.WaitForNextTickAsync(cancellation);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The server was killed, or the run is over: the loop says which.
            }
        }
    }
}
