using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Aggregator.Load;

/// <summary><c>load</c>: posts articles and waits until all stages are through with them. Prints articles a second, acknowledged and through.</summary>
internal static class ArticleLoad
{
    private const int BatchCount = 100;

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        using var client = new HttpClient { BaseAddress = settings.Url, Timeout = TimeSpan.FromMinutes(5) };
        var run = Guid.NewGuid().ToString("N")[..8];
        var articles = settings.File is { } file
            ? File.ReadLines(file).Where(line => line.Length > 0).ToList()
            : [.. Enumerable.Range(0, settings.Count).Select(number => MadeUpArticles.Make(number, run))];
        var began = Stopwatch.GetTimestamp();
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Clients };
        await Parallel.ForEachAsync(articles.Chunk(BatchCount), options, async (batch, cancellation) => await PostAsync(client, batch, cancellation));
        var acknowledged = Stopwatch.GetElapsedTime(began);
        await DrainedAsync(client);
        var through = Stopwatch.GetElapsedTime(began);
        Console.WriteLine($"{articles.Count} articles; acknowledged {articles.Count / acknowledged.TotalSeconds:F0}/s, through all stages {articles.Count / through.TotalSeconds:F0}/s");
        return 0;
    }

    private static async Task PostAsync(HttpClient client, string[] batch, CancellationToken cancellation)
    {
        while (true)
        {
            using var body = new StringContent(string.Join('\n', batch), Encoding.UTF8, "application/x-ndjson");
            using var answer = await client.PostAsync(new Uri("/v1/articles", UriKind.Relative), body, cancellation);
            if (answer.IsSuccessStatusCode) return;
            if (answer.Headers.RetryAfter?.Delta is not { } pause) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(cancellation));
            using var timer = new PeriodicTimer(pause);
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    internal static async Task DrainedAsync(HttpClient client)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            using var lag = JsonDocument.Parse(await client.GetStringAsync(new Uri("/v1/inbox", UriKind.Relative)));
            if (lag.RootElement.GetProperty("pendingCount").GetInt64() == 0) return;
        }
        while (await pause.WaitForNextTickAsync());
    }
}
