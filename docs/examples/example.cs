#!/usr/bin/env dotnet
#:property PublishAot=false
// Aggregator by C#: define a topic, submit an article, follow the stream and resume, read casualties, verify a webhook.
//   dotnet run example.cs -- http://127.0.0.1:5080            (AGGREGATOR_KEY=agg_… where the server asks for a key)
//   dotnet run example.cs -- verify SECRET ID TIMESTAMP SIGNATURE < body
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

if (args[0] == "verify")
{
    using var body = new MemoryStream();
    await Console.OpenStandardInput().CopyToAsync(body);
    return Verify(args[1], args[2], args[3], args[4], body.ToArray()) ? 0 : 1;
}

using var client = new HttpClient { BaseAddress = new Uri(args[0]) };
if (Environment.GetEnvironmentVariable("AGGREGATOR_KEY") is { Length: > 0 } key) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

const string Topic = "example-csharp";
await SendAsync(HttpMethod.Put, $"/v1/topics/{Topic}", new JsonObject { ["title"] = "Fires", ["question"] = "kind:casualties and place:ECU" });
foreach (var (number, killed) in new[] { (1, 34), (2, 36) })
    await SendAsync(HttpMethod.Post, "/v1/articles", new JsonObject
    {
        ["id"] = $"{Topic}-{number}", ["outlet"] = "Example Herald", ["published"] = $"2026-09-1{number}", ["title"] = "Fire in Quito",
        ["text"] = $"At least {killed} people were killed in a fire in Quito, Ecuador, on 8 September 2026, the mayor said.",
    });
long position = 0;
for (var time = 0; time < 2; time++) // Each time a new connection, which begins behind the last position.
{
    await foreach (var (at, entry) in FollowAsync(position))
    {
        position = at;
        Console.WriteLine($"entry {position} {entry["change"]} {entry["event"]!["headline"]}");
        if ((int)entry["event"]!["corroboration"]!["articleCount"]! > 1) time = 2;
        break;
    }
}
foreach (var row in JsonNode.Parse(await client.GetStringAsync($"/v1/topics/{Topic}/casualties?measure=killed"))!["rows"]!.AsArray()) Console.WriteLine($"killed {row!.ToJsonString()}");
return 0;

// A refusal is problem details (RFC 9457).
async Task SendAsync(HttpMethod method, string path, JsonObject body)
{
    using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
    using var answer = await client.SendAsync(request);
    if (!answer.IsSuccessStatusCode) throw new HttpRequestException(await answer.Content.ReadAsStringAsync());
}

// Entries after a position, as they come. Stop when you like, and go on later with the last position that you have.
async IAsyncEnumerable<(long Position, JsonNode Entry)> FollowAsync(long after)
{
    using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/topics/{Topic}/stream");
    request.Headers.Accept.ParseAdd("text/event-stream");
    request.Headers.Add("Last-Event-ID", $"{after}");
    using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    answer.EnsureSuccessStatusCode();
    await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync())
        if (item.Data.Length > 0) yield return (long.Parse(item.EventId!), JsonNode.Parse(item.Data)!);
}

// True for a delivery that was signed with the secret (Standard Webhooks). Also refuse a timestamp that is minutes away, and an id that you have seen.
static bool Verify(string secret, string id, string timestamp, string signatures, byte[] body)
{
    var secretBytes = Convert.FromBase64String(secret.StartsWith("whsec_") ? secret["whsec_".Length..] : secret);
    byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
    var expected = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(secretBytes, signed)));
    return signatures.Split(' ').Any(given => CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(given)));
}
