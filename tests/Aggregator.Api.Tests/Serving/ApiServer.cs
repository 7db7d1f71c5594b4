using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Aggregator.Extraction;
using Aggregator.Http;
using Aggregator.Intake;
using Aggregator.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Xunit;

namespace Aggregator.Serving;

/// <summary>The API over real HTTP on the loopback address, with a real silo and store in the same process and a folder of its own.
/// Each class has its own, so that no topic gathers what another class tells.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    private static readonly Lazy<Extractor> English = new(() => Extractor.Load());
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Action<ApiOptions> _configure;
    private readonly Action<IServiceCollection> _add;
    private string _folder = "";
    private WebApplication? _app;

    public ApiServer() : this(_ => { }) { }

    internal ApiServer(Action<ApiOptions> configure) : this(configure, _ => { }) { }

    internal ApiServer(Action<ApiOptions> configure, Action<IServiceCollection> add) => (_configure, _add) = (configure, add);

    internal HttpClient Client { get; private set; } = new();

    internal Uri Address => Client.BaseAddress!;

    internal IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("aggregator-api-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSqliteStore(_folder);
        builder.Services.AddSingleton<IExtractor>(_ => English.Value);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
            silo.UseInMemoryReminderService();
            silo.AddAggregatorStages();
            silo.Services.Configure<IntakeOptions>(intake => intake.LookSeconds = 0.2);
        });
        builder.Services.AddAggregatorApi();
        builder.Services.Configure(_configure);
        _add(builder.Services);
        _app = builder.Build();
        _app.MapAggregatorApi();
        await _app.Services.GetRequiredService<IStore>().OpenAsync(CancellationToken.None);
        await _app.StartAsync();
        Client = NewClient();
    }

    /// <summary>A client with connections of its own.</summary>
    internal HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(_app!.Urls.First()), Timeout = Patience,
    };

    internal Task<HttpResponseMessage> GetAsync(string path, string? accept = null, string? ifNoneMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    internal Task<HttpResponseMessage> PostAsync(string path, string body, string mediaType = "application/json") =>
        SendAsync(HttpMethod.Post, path, body, mediaType);

    internal Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string mediaType = "application/json")
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = mediaType.Length == 0 ? null : MediaTypeHeaderValue.Parse(mediaType);
        }
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Defines a topic; its question is asked of what is stored, too.</summary>
    internal async Task DefineAsync(string topic, string question, string description = "")
    {
        using var answer = await SendAsync(HttpMethod.Put, $"/v1/topics/{topic}", JsonSerializer.Serialize(new { title = $"Topic {topic}", description, question }));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Hands in the made-up call of two countries, and waits until it is through all stages.</summary>
    internal async Task TellAsync(string id, string left, string right, int day)
    {
        using var answer = await PostAsync("/v1/articles", Call(id, left, right, day));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await SettledAsync();
    }

    /// <summary>An article that tells of a call between two countries on a day of September 2026.</summary>
    internal static string Call(string id, string left, string right, int day) => JsonSerializer.Serialize(new
    {
        id, outlet = "North Wire", published = string.Create(CultureInfo.InvariantCulture, $"2026-09-{day:00}"), title = $"{left} and {right} speak",
        url = $"https://north-wire.example/{id}", text = $"{left} and {right} held a phone call on {day} September 2026.",
    });

    /// <summary>Returns once nothing waits in the inbox.</summary>
    internal async Task SettledAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await ReadAsync("/v1/inbox")).GetProperty("pendingCount").GetInt64() > 0) await pause.WaitForNextTickAsync(timeout.Token);
    }

    /// <summary>Returns once the topic has as many entries.</summary>
    internal async Task ReachedAsync(string topic, long position)
    {
        var began = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await ReadAsync($"/v1/topics/{topic}") is var status && status.GetProperty("position").GetInt64() < position)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"Waited for {position}: {status} {await ReadAsync($"/v1/topics/{topic}/events?limit=20")}");
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    internal Task StopAsync() => _app!.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
