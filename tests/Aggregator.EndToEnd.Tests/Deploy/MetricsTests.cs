using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Deploy;

/// <summary>Prometheus as <c>deploy/compose</c> sets it up, scraping three nodes: what the dashboard and the alarms ask for is there.</summary>
[Collection(nameof(UnitCluster))]
public sealed partial class MetricsTests(UnitCluster cluster) : IDisposable
{
    private const string Prometheus = "/usr/bin/prometheus", Tool = "/usr/bin/promtool", Folder = "deploy/compose/prometheus";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rules_OfTheAlarms_PassTheirChecksAndTests()
    {
        Assert.SkipUnless(File.Exists(Tool), "There is no promtool; 'apt-get install prometheus' brings it.");
        await CommandRun.RunAsync(Tool, "check", "config", Repository.Find($"{Folder}/prometheus.yml"));
        await CommandRun.RunAsync(Tool, "check", "rules", Repository.Find($"{Folder}/rules.yml"));
        await CommandRun.RunAsync(Tool, "test", "rules", Repository.Find($"{Folder}/rules.test.yml"));
    }

    [Fact]
    public async Task Scrape_OfThreeNodes_HasEveryMetricThatDashboardAndAlarmsAskFor()
    {
        Assert.SkipUnless(File.Exists(Prometheus), "There is no Prometheus; 'apt-get install prometheus' brings it.");
        Assert.SkipWhen(Store.Postgres.PostgresServer.Missing is not null, Store.Postgres.PostgresServer.Missing ?? "");
        var nodes = await cluster.NodesAsync();
        await using var prometheus = await StartAsync(nodes);
        using var following = await nodes[0].Client.GetStreamAsync(new Uri($"/v1/topics/{UnitCluster.Topic}/stream", UriKind.Relative), Token);
        (await nodes[0].Client.PostAsJsonAsync("/v1/articles", new { id = "m-1", outlet = "North Wire", published = "2026-09-16", title = "News", text = "Kenya and Norway held a phone call on 16 September 2026." }, Token)).EnsureSuccessStatusCode();
        // Failures that are survived are counted from the first on.
        await cluster.Database.HaltAsync();
        await HasAsync(prometheus.Client, "aggregator_faults_total");
        await cluster.Database.ResumeAsync();
        await HasAsync(prometheus.Client, "count(up{job=\"aggregator\"} == 1) == 3");
        var queries = await ReadQueriesAsync();
        Assert.True(queries.Count > 10);
        foreach (var query in queries)
        {
            // Whether an alarm's condition holds is no matter here; that each name in it means something is.
            foreach (var name in Names(query)) await HasAsync(prometheus.Client, name);
            await AskAsync(prometheus.Client, query);
        }
    }

    /// <summary>The expressions of the dashboard's panels and of the alarms.</summary>
    private static async Task<IReadOnlyList<string>> ReadQueriesAsync()
    {
        using var board = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.Find("deploy/compose/grafana/dashboards/aggregator.json"), Token));
        var panels = board.RootElement.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("expr").GetString()!));
        var alarms = (await File.ReadAllLinesAsync(Repository.Find($"{Folder}/rules.yml"), Token)).Select(line => Expression().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);
        return [.. panels, .. alarms];
    }

    private static IEnumerable<string> Names(string query) => Name().Matches(Strings().Replace(query, "")).Select(match => match.Value).Distinct();

    /// <summary>Returns once a query has an answer that is not empty.</summary>
    private static async Task HasAsync(HttpClient client, string query)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (await AskAsync(client, query) == 0)
        {
            Assert.False(patience.IsCancellationRequested, $"Nothing answers {query}.");
            await pause.WaitForNextTickAsync(Token);
        }
    }

    /// <summary>How many series answer a query.</summary>
    private static async Task<int> AskAsync(HttpClient client, string query)
    {
        using var answer = await client.GetAsync(new Uri($"/api/v1/query?query={Uri.EscapeDataString(query)}", UriKind.Relative), Token);
        Assert.True(answer.IsSuccessStatusCode, $"{query}: {await answer.Content.ReadAsStringAsync(Token)}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("data").GetProperty("result").GetArrayLength();
    }

    /// <summary>The configuration as it is, but for where the nodes are, and a second between two looks.</summary>
    private async Task<LoopbackTool> StartAsync(IReadOnlyList<ServerProcess> nodes)
    {
        var text = await File.ReadAllTextAsync(Repository.Find($"{Folder}/prometheus.yml"), Token);
        for (var node = 0; node < nodes.Count; node++)
        {
            Assert.Contains($"node{node + 1}:5080", text, StringComparison.Ordinal);
            text = text.Replace($"node{node + 1}:5080", nodes[node].Address.Authority, StringComparison.Ordinal);
        }
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "prometheus.yml"), text.Replace("interval: 15s", "interval: 1s", StringComparison.Ordinal), Token);
        File.Copy(Repository.Find($"{Folder}/rules.yml"), Path.Combine(_folder.Path, "rules.yml"));
        var port = ServerCluster.FreePort();
        return await LoopbackTool.StartAsync(
            new Uri($"http://127.0.0.1:{port}"), "/-/ready", Prometheus, $"--config.file={_folder.Path}/prometheus.yml", $"--storage.tsdb.path={_folder.Path}/data", $"--web.listen-address=127.0.0.1:{port}");
    }

    [GeneratedRegex(@"^\s*expr: (.+)$")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\{[^}]*\}|""[^""]*""|\bby \([^)]*\)")]
    private static partial Regex Strings();

    [GeneratedRegex(@"\b(?:aggregator|http)_[a-z_]+|\bup\b")]
    private static partial Regex Name();
}
