using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Hosting;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Telemetry;

/// <summary>Follows one trace through the whole server, as a collector would see it.</summary>
public sealed class TraceTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Aggregator", StringComparison.Ordinal) || source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Post_Article_IsOneTraceToItsFeedEntry()
    {
        using var timeout = new CancellationTokenSource(Patience);
        foreach (var (name, value) in await TestStore.OfAsync(_folder.Path, new Dictionary<string, string>())) Environment.SetEnvironmentVariable(name, value);
        await using var run = await ServerRun.StartAsync(new ServeSettings(new DirectoryInfo(_folder.Path), "http://127.0.0.1:0", Demo: false, ServerRole.All), timeout.Token);
        using var client = new HttpClient { BaseAddress = run.Address };
        (await client.PutAsJsonAsync("/v1/topics/calls", new { title = "Calls", question = "kind:call" }, timeout.Token)).EnsureSuccessStatusCode();

        var trace = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/articles")
        {
            Content = JsonContent.Create(new { id = "t-1", outlet = "North Wire", published = "2026-09-16", title = "News", text = "Kenya and Norway held a phone call on 16 September 2026." }),
        };
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        (await client.SendAsync(request, timeout.Token)).EnsureSuccessStatusCode();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await client.GetFromJsonAsync<JsonElement>("/v1/topics/calls/feed", timeout.Token)).GetProperty("entries").GetArrayLength() == 0)
            await pause.WaitForNextTickAsync(timeout.Token);

        var own = _ended.Where(activity => activity.TraceId == trace).ToDictionary(activity => activity.SpanId);
        var record = Assert.Single(own.Values, activity => activity.OperationName == "record");
        var way = new List<string>();
        for (var at = record; at is not null; at = own.GetValueOrDefault(at.ParentSpanId)) way.Add(at.OperationName);
        Assert.Equal(["record", "resolve", "extract"], way.Take(3));
        Assert.Contains(way, name => name.Contains("Http", StringComparison.Ordinal) || name.StartsWith("POST", StringComparison.Ordinal));
    }
}
