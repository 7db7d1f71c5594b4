using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Aggregator.Importing;

/// <summary>Hands articles to a server. A batch that was not acknowledged is said again: the server recognises what it kept.</summary>
internal sealed class ImportClient(HttpClient client, TimeProvider clock)
{
    private const int TryCountMax = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Submits lines; when it returns, the server has kept every one that it does not refuse.</summary>
    /// <exception cref="HttpRequestException">The server refuses the batch, or stays away for a minute.</exception>
    internal async Task<IReadOnlyList<ImportOutcome>> SubmitAsync(IReadOnlyList<byte[]> lines, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var pause = Pause;
            try
            {
                using var body = new ByteArrayContent(Join(lines));
                body.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
                using var answer = await client.PostAsync(new Uri("v1/articles", UriKind.Relative), body, cancellation);
                // 422 is a batch of which every line was refused.
                if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.UnprocessableEntity) return await ReadAsync(answer, cancellation);
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || attempt >= TryCountMax)
                    throw new HttpRequestException($"The server answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}", null, answer.StatusCode);
                pause = answer.Headers.RetryAfter?.Delta ?? Pause;
            }
            catch (HttpRequestException fault) when (fault.StatusCode is null && attempt < TryCountMax)
            {
                // The server is away for a moment: whether it kept the batch, saying it again will tell.
            }
            using var timer = new PeriodicTimer(pause, clock);
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>How many articles wait for the stages.</summary>
    internal async Task<long> ReadPendingAsync(CancellationToken cancellation) =>
        (await client.GetFromJsonAsync(new Uri("v1/inbox", UriKind.Relative), ImportJson.Default.ImportLag, cancellation))?.PendingCount ?? 0;

    private static byte[] Join(IReadOnlyList<byte[]> lines)
    {
        using var joined = new MemoryStream(lines.Sum(line => line.Length + 1));
        foreach (var line in lines)
        {
            joined.Write(line);
            joined.WriteByte((byte)'\n');
        }
        return joined.ToArray();
    }

    private static async Task<IReadOnlyList<ImportOutcome>> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellation));
        var outcomes = new List<ImportOutcome>();
        while (await reader.ReadLineAsync(cancellation) is { } line)
            if (line.Length > 0) outcomes.Add(JsonSerializer.Deserialize(line, ImportJson.Default.ImportOutcome)!);
        return outcomes;
    }
}
