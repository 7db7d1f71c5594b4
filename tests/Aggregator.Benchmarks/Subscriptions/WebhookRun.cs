using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Aggregator.Load;

namespace Aggregator.Subscriptions;

/// <summary>
/// <c>webhooks</c>: <c>--clients</c> webhooks of one topic, <c>--count</c> changes over <c>--seconds</c>, by the real server. First as many receivers as are good of the mixture, alone; then the
/// mixture (a tenth hang, a tenth fail, a tenth answer 410), each at a host of its own and all behind one; then the mixture while the server is killed three times. Prints how long the good ones waited, and accounts for
/// every delivery: who was good has each change; who was not has none, then each, once healed.
/// </summary>
internal static class WebhookRun
{
    private const string Topic = "calls";
    private const int KillCount = 3;
    private const int MakeCount = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    // Waits short enough to see the end of a run, and enough of them that none gives up.
    private static readonly Dictionary<string, string> Settings = Enumerable.Range(0, 50).ToDictionary(
        at => $"AGGREGATOR_Subscriptions__RetrySeconds__{at}", at => at < 3 ? "1" : "10").Append(new("AGGREGATOR_Sources__AllowedNetworks__0", "127.0.0.0/8")).ToDictionary();

    internal static async Task<int> RunAsync(LoadSettings settings)
    {
        var mixed = WebhookReceivers.Mixed(settings.Clients);
        var isWhole = await MeasureAsync("good ones alone", [.. mixed.Where(kind => kind == ReceiverKind.Good)], settings, killCount: 0);
        isWhole &= await MeasureAsync("mixed", mixed, settings, killCount: 0);
        isWhole &= await MeasureAsync("good ones alone, behind one host", [.. mixed.Where(kind => kind == ReceiverKind.Good)], settings, killCount: 0, isOneHost: true);
        isWhole &= await MeasureAsync("mixed, behind one host", mixed, settings, killCount: 0, isOneHost: true);
        isWhole &= await MeasureAsync("mixed, killed", mixed, settings, KillCount);
        return isWhole ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(string name, ReceiverKind[] kinds, LoadSettings settings, int killCount, bool isOneHost = false)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-webhooks-");
        await using var receivers = await WebhookReceivers.StartAsync(kinds, isOneHost);
        await using var server = await FanServer.StartAggregatorAsync(folder, Settings);
        await SendAsync(server, client => client.PutAsJsonAsync($"/v1/topics/{Topic}", new { title = "Calls", question = "kind:call" }));
        var ids = await SubscribeAsync(server, receivers);
        // One change for all, so that who hangs, fails or is gone has been found out, and connections are open.
        await TellAsync(server, -1);
        await UntilAsync(server, receivers, "warm up");
        receivers.Measure(killCount == 0);
        var (cpu, began) = (server.Processor, Stopwatch.GetTimestamp());
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(settings.Seconds) / settings.Count);
        for (var number = 0; number < settings.Count; number++)
        {
            await TellAsync(server, number);
            if (killCount > 0 && number % (settings.Count / (killCount + 1)) == settings.Count / (killCount + 1) - 1 && number < settings.Count - 1) await server.KillAndRestartAsync();
            await ticks.WaitForNextTickAsync();
        }
        var last = await UntilAsync(server, receivers, name);
        var took = Stopwatch.GetElapsedTime(began);
        cpu = server.Processor - cpu;
        var untold = Enumerable.Range(0, kinds.Length).Where(at => kinds[at] != ReceiverKind.Good).Sum(at => receivers.ToldTo(at).Count);
        var standings = await StandingsAsync(server, receivers, ids);
        receivers.Measure(false);
        await HealAsync(server, receivers, ids);
        var isWhole = await AllToldAsync(receivers, last, at => true);
        var (told, twice) = (Enumerable.Range(0, kinds.Length).Sum(at => receivers.ToldTo(at).Count), Enumerable.Range(0, kinds.Length).Sum(at => receivers.ToldTo(at).Values.Sum(count => count - 1)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {kinds.Length} webhooks ({kinds.Count(kind => kind == ReceiverKind.Good)} good), {last} changes in {took.TotalSeconds:F0} s{(killCount == 0 ? $", {cpu.TotalSeconds:F1} s of processor" : $", {killCount} kills")}; from POST to a good receiver {(killCount == 0 ? Latency.Of(receivers.Latencies) : "not measured")}; "
            + $"told to those that were not good: {untold}; {standings}; once healed {told} of {last * kinds.Length} different deliveries, {twice} repeated: {(isWhole ? "every one accounted for" : "NOT ALL ACCOUNTED FOR")}"));
        return isWhole && untold == 0;
    }

    private static async Task<string[]> SubscribeAsync(FanServer server, WebhookReceivers receivers)
    {
        var ids = new string[receivers.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, receivers.Count), new ParallelOptions { MaxDegreeOfParallelism = MakeCount }, async (at, _) =>
        {
            var made = await SendAsync(server, client => client.PostAsJsonAsync("/v1/subscriptions", new { topics = new[] { Topic }, url = receivers.AddressOf(at) }));
            ids[at] = made.GetProperty("subscription").GetProperty("id").GetString()!;
        });
        return ids;
    }

    private static Task<JsonElement> TellAsync(FanServer server, int number)
    {
        // The same again where the first was answered by nobody: an article is told once.
        var text = MadeUpArticles.Make(number + 1, "webhooks");
        return SendAsync(server, client => client.PostAsync(new Uri("/v1/articles", UriKind.Relative), new StringContent(text, Encoding.UTF8, "application/json")));
    }

    /// <summary>Returns the topic's position once the inbox is empty and all good receivers have all that there is.</summary>
    private static async Task<long> UntilAsync(FanServer server, WebhookReceivers receivers, string what)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await SendAsync(server, client => client.GetAsync(new Uri("/v1/inbox", UriKind.Relative)))).GetProperty("pendingCount").GetInt64() > 0) await pause.WaitForNextTickAsync();
        var last = (await SendAsync(server, client => client.GetAsync(new Uri($"/v1/topics/{Topic}", UriKind.Relative)))).GetProperty("position").GetInt64();
        if (!await AllToldAsync(receivers, last, at => receivers.KindOf(at) == ReceiverKind.Good)) Console.WriteLine($"{what}: not all good receivers were told in time.");
        return last;
    }

    private static async Task<bool> AllToldAsync(WebhookReceivers receivers, long last, Func<int, bool> wanted)
    {
        var positions = Enumerable.Range(1, (int)last).Select(position => position.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        var missing = Enumerable.Range(0, receivers.Count).Where(wanted).ToList();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience; await pause.WaitForNextTickAsync())
        {
            missing.RemoveAll(at => positions.SetEquals(receivers.ToldTo(at).Keys));
            if (missing.Count == 0) return true;
        }
        foreach (var at in missing.Take(5)) Console.WriteLine($"receiver {at}, {receivers.KindOf(at)}: {receivers.ToldTo(at).Count} of {last}");
        return false;
    }

    /// <summary>What the server says of those that are not good.</summary>
    private static async Task<string> StandingsAsync(FanServer server, WebhookReceivers receivers, string[] ids)
    {
        var said = new List<string>();
        for (var at = 0; at < ids.Length; at++)
        {
            if (receivers.KindOf(at) == ReceiverKind.Good) continue;
            var health = (await SendAsync(server, client => client.GetAsync(new Uri($"/v1/subscriptions/{ids[at]}", UriKind.Relative)))).GetProperty("health");
            var reason = health.GetProperty("reason").GetString();
            said.Add($"{receivers.KindOf(at).ToString().ToLowerInvariant()} {health.GetProperty("standing").GetString()}{(reason is null ? "" : $" ({reason})")}");
        }
        return said.Count == 0 ? "no others" : string.Join(", ", said.GroupBy(one => one).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}"));
    }

    /// <summary>All answer well from now on, and who was paused is resumed.</summary>
    private static async Task HealAsync(FanServer server, WebhookReceivers receivers, string[] ids)
    {
        receivers.Heal();
        for (var at = 0; at < ids.Length; at++)
        {
            if (receivers.KindOf(at) == ReceiverKind.Good) continue;
            await SendAsync(server, client => client.PatchAsJsonAsync($"/v1/subscriptions/{ids[at]}", new { paused = false }));
        }
    }

    /// <summary>Asks until it is answered: a server that was killed is back soon.</summary>
    private static async Task<JsonElement> SendAsync(FanServer server, Func<HttpClient, Task<HttpResponseMessage>> send)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var began = Stopwatch.GetTimestamp(); ; await pause.WaitForNextTickAsync())
        {
            try
            {
                using var client = new HttpClient { BaseAddress = server.Address };
                using var answer = await send(client);
                if (answer.IsSuccessStatusCode) return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
                if ((int)answer.StatusCode < 500 && (int)answer.StatusCode != 429) throw new InvalidOperationException($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(began) < Patience)
            {
                // Not there, or not any more.
            }
        }
    }
}
