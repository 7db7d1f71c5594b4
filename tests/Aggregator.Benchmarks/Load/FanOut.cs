using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Aggregator.Load;

/// <summary>
/// <c>fanout</c>: many followers of one topic, and as many topics with a follower each; this server and, on the same machine in the same run, nginx with its nchan
/// module, told messages of the same size. Prints deliveries a second, the time from POST to receipt, memory. On one topic each message is told when all have the one
/// before, and the first is told apart: for it a server that is compiled as it runs compiles the whole way. The topics with a follower each are told in two ways: of an
/// article that all of them gather, when all have the one before; and each of an article of its own, many on their way at once.
/// </summary>
internal static class FanOut
{
    private const int DefineCount = 8;
    private const int InFlightCount = 64;

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        var size = await RunOneTopicAsync(settings);
        await RunNchanAsync(settings, size, "one", followers: _ => "one", told: _ => "one", heardBy: settings.Clients);
        await RunTopicsOfOneAsync(settings);
        await RunTopicsOfTheirOwnAsync(settings);
        await RunNchanEachAsync(settings, size);
        return 0;
    }

    private static async Task<int> RunOneTopicAsync(LoadSettings settings)
    {
        await using var server = await FanServer.StartAggregatorAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        await DefineAsync(client, "one", "kind:call");
        var run = Guid.NewGuid().ToString("N")[..8];
        var paths = Enumerable.Repeat("/v1/topics/one/stream", settings.Clients);
        return await MeasureAsync("aggregator, one topic", server, settings, paths, settings.Clients, number => PostAsync(client, "/v1/articles", MadeUpArticles.Make(number, run)));
    }

    private static async Task RunTopicsOfOneAsync(LoadSettings settings)
    {
        await using var server = await FanServer.StartAggregatorAsync();
        using var client = await DefineAllAsync(server, settings, _ => "kind:call");
        var run = Guid.NewGuid().ToString("N")[..8];
        await MeasureAsync("aggregator, a topic each, all told of each article", server, settings, TopicStreams(settings), settings.Clients,
            number => PostAsync(client, "/v1/articles", MadeUpArticles.Make(number, run)));
    }

    private static async Task RunTopicsOfTheirOwnAsync(LoadSettings settings)
    {
        await using var server = await FanServer.StartAggregatorAsync();
        using var client = await DefineAllAsync(server, settings, at => $"kind:call and outlet:\"Wire {at}\"");
        var run = Guid.NewGuid().ToString("N")[..8];
        await MeasureEachAsync("aggregator, a topic each", server, settings, TopicStreams(settings),
            number => PostAsync(client, "/v1/articles", MadeUpArticles.Make(number, run).Replace("Load Wire", $"Wire {number % settings.Clients}", StringComparison.Ordinal)));
    }

    private static async Task RunNchanEachAsync(LoadSettings settings, int size)
    {
        await using var server = await FanServer.StartNchanAsync();
        if (server is null) return;
        using var client = new HttpClient { BaseAddress = server.Address };
        await MeasureEachAsync("nchan, a channel each", server, settings, Enumerable.Range(0, settings.Clients).Select(at => $"/follow/c{at}"),
            number => PostAsync(client, $"/tell/c{number % settings.Clients}", $"ts={Stopwatch.GetTimestamp()}.".PadRight(size, 'x')));
    }

    private static IEnumerable<string> TopicStreams(LoadSettings settings) => Enumerable.Range(0, settings.Clients).Select(at => $"/v1/topics/c{at}/stream");

    private static async Task<HttpClient> DefineAllAsync(FanServer server, LoadSettings settings, Func<int, string> question)
    {
        var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(5) };
        await Parallel.ForEachAsync(Enumerable.Range(0, settings.Clients), new ParallelOptions { MaxDegreeOfParallelism = DefineCount }, async (at, _) => await DefineAsync(client, $"c{at}", question(at)));
        return client;
    }

    private static async Task RunNchanAsync(LoadSettings settings, int size, string name, Func<int, string> followers, Func<int, string> told, int heardBy)
    {
        await using var server = await FanServer.StartNchanAsync();
        if (server is null)
        {
            Console.WriteLine("nchan is not here: apt-get install nginx-light libnginx-mod-nchan would compare with it.");
            return;
        }
        using var client = new HttpClient { BaseAddress = server.Address };
        await MeasureAsync($"nchan, {name}", server, settings, Enumerable.Range(0, settings.Clients).Select(at => $"/follow/{followers(at)}"), heardBy,
            number => PostAsync(client, $"/tell/{told(number)}", $"ts={Stopwatch.GetTimestamp()}.".PadRight(size, 'x')));
    }

    private static async Task<int> MeasureAsync(string name, FanServer server, LoadSettings settings, IEnumerable<string> paths, int heardBy, Func<int, Task> tell)
    {
        var before = server.Megabytes;
        using var followers = new FanFollowers();
        await followers.OpenAsync(server.Address, paths);
        var idle = server.Megabytes;
        var bytes = followers.Bytes;
        var (took, lost, first) = (0.0, 0, "");
        var processor = TimeSpan.Zero;
        for (var number = 0; number <= settings.Count; number++)
        {
            var began = Stopwatch.GetTimestamp();
            await tell(number);
            if (!await followers.ReachedAsync((number + 1L - lost) * heardBy)) lost++;
            else if (number > 0) took += Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (number > 0) continue;
            (first, processor) = (followers.Latencies, server.Processor);
            followers.Forget();
        }
        var deliveries = (settings.Count - lost) * (long)heardBy;
        var size = (followers.Bytes - bytes) / Math.Max(1, followers.Received);
        var cost = (server.Processor - processor).TotalMicroseconds / Math.Max(1, deliveries);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {settings.Clients} followers, {settings.Count} messages of {size} B, {deliveries} deliveries, {deliveries / took:F0}/s; from POST to receipt {followers.Latencies}, "
            + $"of the first message {first}; {cost:F1} µs of the server's processors a delivery; memory {before:F0} MB, with followers {idle:F0} MB "
            + $"({(idle - before) * 1_024 / settings.Clients:F1} KB each), peak {server.PeakMegabytes:F0} MB{(lost > 0 ? $"; {lost} messages made no entry, and are not counted" : "")}"));
        return (int)size;
    }

    private static async Task MeasureEachAsync(string name, FanServer server, LoadSettings settings, IEnumerable<string> paths, Func<int, Task> tell)
    {
        using var followers = new FanFollowers();
        await followers.OpenAsync(server.Address, paths);
        var inFlight = new ParallelOptions { MaxDegreeOfParallelism = InFlightCount };
        var warm = settings.Clients / 10;
        await Parallel.ForEachAsync(Enumerable.Range(0, warm), inFlight, async (number, _) => await tell(number));
        await followers.ReachedAsync(warm);
        followers.Forget();
        var (before, processor, began) = (followers.Received, server.Processor, Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(Enumerable.Range(warm, settings.Clients), inFlight, async (number, _) => await tell(number));
        var all = await followers.ReachedAsync(before + settings.Clients);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds - (all ? 0 : FanFollowers.Silence.TotalSeconds);
        var deliveries = followers.Received - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {settings.Clients} followers, {settings.Clients} messages, {InFlightCount} on their way at once, {deliveries} deliveries, {deliveries / took:F0}/s; from POST to receipt "
            + $"{followers.Latencies}; {(server.Processor - processor).TotalMicroseconds / Math.Max(1, deliveries):F0} µs of the server's processors a delivery; peak {server.PeakMegabytes:F0} MB"));
    }

    private static async Task DefineAsync(HttpClient client, string topic, string question)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { title = topic, question }), Encoding.UTF8, "application/json");
        using var answer = await client.PutAsync(new Uri($"/v1/topics/{topic}", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task PostAsync(HttpClient client, string path, string text)
    {
        using var body = new StringContent(text, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }
}
