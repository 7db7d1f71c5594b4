using System.Net;
using System.Text.Json.Serialization.Metadata;
using Aggregator.Wire;

namespace Aggregator.Access;

/// <summary>Keys of a running server, which has its store open; it asks for a key that may manage, unless it is open to this machine.</summary>
internal sealed class ServerDesk(HttpClient client) : IKeyDesk
{
    internal static ServerDesk Open(Uri server, FileInfo? keyFile)
    {
        var client = new HttpClient { BaseAddress = new Uri(server, "/"), Timeout = TimeSpan.FromSeconds(30) };
        ClientKey.Send(client, keyFile);
        return new ServerDesk(client);
    }

    public Task<ShownKey> CreateAsync(KeyRequest request, CancellationToken cancellation) => AskAsync(
        HttpMethod.Post, "v1/keys", JsonContent.Create(new NewKeyRequest(request.Name, [.. request.Scopes.Select(WireName.From)], request.ExpiresAt, request.RequestsPerMinute), KeyJson.Default.NewKeyRequest),
        KeyJson.Default.ShownKey, cancellation);

    public async Task<IReadOnlyList<ShownKey>> ListAsync(CancellationToken cancellation) => (await AskAsync(HttpMethod.Get, "v1/keys", null, KeyJson.Default.ShownKeys, cancellation)).Keys;

    public Task<ShownKey> RotateAsync(KeyId id, TimeSpan overlap, CancellationToken cancellation) => AskAsync(
        HttpMethod.Post, $"v1/keys/{id}/rotate", JsonContent.Create(new RotateRequest((int)overlap.TotalSeconds), KeyJson.Default.RotateRequest), KeyJson.Default.ShownKey, cancellation);

    public Task<ShownKey> RevokeAsync(KeyId id, CancellationToken cancellation) => AskAsync(HttpMethod.Delete, $"v1/keys/{id}", null, KeyJson.Default.ShownKey, cancellation);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> AskAsync<T>(HttpMethod method, string path, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        using var answer = await client.SendAsync(request, cancellation);
        if (answer.IsSuccessStatusCode) return await answer.Content.ReadFromJsonAsync(type, cancellation) ?? throw new IOException("The server's answer is empty.");
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw new IOException($"The server does not let this in ({(int)answer.StatusCode}): give a key with the scope manage in {ClientKey.Variable} or by --key-file.");
        var refusal = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? await answer.Content.ReadFromJsonAsync(KeyJson.Default.Refusal, cancellation) : null;
        throw new IOException(refusal is null ? $"The server answered {(int)answer.StatusCode}." : $"{refusal.Title}. {refusal.Detail}");
    }
}
