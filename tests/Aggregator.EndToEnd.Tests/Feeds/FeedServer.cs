using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

/// <summary>A server with a topic that has been told something of everything: a call held, a meeting planned, claims, a correction, awkward characters.</summary>
public sealed class FeedServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ServerProcess _server = null!;

    internal HttpClient Client => _server.Client;

    /// <summary>The topic's last position.</summary>
    internal long Position { get; private set; }

    internal Uri At(string path) => new(_server.Address, path);

    public async ValueTask InitializeAsync()
    {
        _server = await ServerProcess.StartAsync(_folder.Path);
        (await Client.PutAsJsonAsync("/v1/topics/news", new { title = "Calls & <tolls>, \"all\" of them 🐟", description = "For readers; of all kinds,\nin lines", question = "kind:(call or meeting or disaster or casualties)" })).EnsureSuccessStatusCode();
        await TellAsync("r-1", "Samoa and Norway held a phone call on 1 September 2026.");
        await TellAsync("r-2", "The presidents of Kenya, Uganda and Tanzania will meet in Nairobi on 24 September 2026, the foreign ministry said.");
        await TellAsync("r-3", "At least 14 people were killed when a bridge collapsed in Lima on Monday, the mayor said; “it's =1+1”.");
        await TellAsync("r-4", "Tonga and Peru held a phone call on 3 September 2026.");
        (await Client.DeleteAsync("/v1/articles/r-4?reason=retracted")).EnsureSuccessStatusCode();
        await SettledAsync();
        Position = (await Client.GetFromJsonAsync<JsonElement>("/v1/topics/news")).GetProperty("position").GetInt64();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task TellAsync(string id, string text)
    {
        (await Client.PostAsJsonAsync("/v1/articles", new { id, outlet = "North & Wire", published = "2026-09-04", title = "News <of> the day", url = $"https://north.example/{id}?a=1&b=2", text })).EnsureSuccessStatusCode();
        await SettledAsync();
    }

    private async Task SettledAsync()
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await Client.GetFromJsonAsync<JsonElement>("/v1/inbox")).GetProperty("pendingCount").GetInt64() > 0) await pause.WaitForNextTickAsync();
    }
}
