using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Aggregator.Intake;
using Aggregator.Serving;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Fuzz;

/// <summary>
/// Every operation of the OpenAPI document with requests that are right, at their bounds, hostile, or broken: none may make the server fail, hang, or keep memory. A long run by
/// hand: <c>AGGREGATOR_FUZZ_COUNT=60000 dotnet test --project tests/Aggregator.Api.Tests -c Release -- --filter-class Aggregator.Fuzz.FuzzTests</c>; <c>AGGREGATOR_FUZZ_SEED</c> makes others.
/// </summary>
public sealed class FuzzTests : IAsyncLifetime
{
    private const int FirstCount = 600;
    private const long GrowthBytesMax = 64L * 1024 * 1024;

    private static readonly int Count = Setting("AGGREGATOR_FUZZ_COUNT", 5_400);
    private static readonly int Seed = Setting("AGGREGATOR_FUZZ_SEED", 1);

    private readonly ApiServer _server = new(
        options => (options.HeartbeatSeconds, options.StreamCountMax) = (1, 1_000),
        services => services.Configure<SourceOptions>(sources => sources.AllowedNetworks = ["127.0.0.0/8"]));

    private readonly ConcurrentDictionary<HttpStatusCode, int> _answers = new();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, bool>> _answersOf = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Operations_AnyRequest_NeitherFailNorHangNorKeepMemory()
    {
        var world = await FuzzedWorld.MakeAsync(_server);
        var requests = new FuzzedRequests(await _server.ReadAsync("/openapi/v1.json"), world, Seed);
        var failures = new ConcurrentQueue<string>();
        // What the first part makes grow is what every server that was used has: compiled code, pools, the grains of the few ids.
        await RunAsync(requests, 0, FirstCount, failures);
        var before = await RestingBytesAsync();
        await RunAsync(requests, FirstCount, Count, failures);
        var after = await RestingBytesAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Count} requests: {string.Join(", ", _answers.OrderBy(pair => pair.Key).Select(pair => $"{(int)pair.Key} {pair.Value} times"))}; {before:N0} bytes before, {after:N0} after.");
        Assert.True(failures.IsEmpty, string.Join("\n", failures));
        Assert.True(_answers.Keys.Any(status => (int)status < 300) && _answers.Keys.Any(status => (int)status is >= 400 and < 500), "They were all of one sort.");
        Assert.Empty(_answersOf.Where(operation => !operation.Value.Keys.Any(IsPastTheDoor)).Select(operation => $"{operation.Key}: {string.Join(' ', operation.Value.Keys)}"));
        Assert.True(after - before < GrowthBytesMax, $"{before:N0} bytes before, {after:N0} after.");
        using var alive = await _server.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    private async Task RunAsync(FuzzedRequests requests, int from, int to, ConcurrentQueue<string> failures)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(from, Math.Max(0, to - from)), parallel, async (number, cancellation) =>
        {
            var (request, shown) = requests.Make(number);
            using (request)
            {
                try
                {
                    using var answer = await _server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
                    _answers.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                    _answersOf.GetOrAdd(requests.OperationOf(number), _ => new()).TryAdd((int)answer.StatusCode, true);
                    // A stream would go on; all else has an end.
                    var body = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync(cancellation);
                    if ((int)answer.StatusCode >= 500) failures.Enqueue($"{(int)answer.StatusCode} {body} for {shown}");
                    else if ((int)answer.StatusCode >= 400 && request.Method != HttpMethod.Head && !IsProblem(answer, body)) failures.Enqueue($"no problem details ({(int)answer.StatusCode}) for {shown}");
                }
                catch (Exception fault) when (fault is TaskCanceledException or HttpRequestException && !cancellation.IsCancellationRequested)
                {
                    failures.Enqueue($"{fault.Message} ({fault.GetBaseException().Message}) for {shown}");
                }
            }
        });
    }

    // What is refused for its form alone tried nothing but the reading of requests.
    private static bool IsPastTheDoor(int status) => status is not (400 or 405 or 406 or 413 or 415 or 431);

    private static bool IsProblem(HttpResponseMessage answer, string body) =>
        // The web server itself refuses what is no request at all, and has no words for it.
        (answer.StatusCode == HttpStatusCode.BadRequest && body.Length == 0)
        || (answer.Content.Headers.ContentType?.MediaType is "application/problem+json" or "application/x-ndjson" && JsonDocument.Parse(body.Split('\n')[0]).RootElement.ValueKind == JsonValueKind.Object);

    private async Task<long> RestingBytesAsync()
    {
        await _server.SettledAsync();
        for (var time = 0; time < 3; time++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int Setting(string name, int absent) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : absent;
}
