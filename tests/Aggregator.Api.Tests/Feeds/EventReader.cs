using System.Globalization;
using System.Net;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

/// <summary>Reads a stream of server-sent events as a client would, and remembers what it was told.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private EventReader(HttpResponseMessage answer, Stream stream) => (_answer, _lines) = (answer, new StreamReader(stream));

    /// <summary>Opens a stream that has to be served.</summary>
    internal static async Task<EventReader> OpenAsync(ApiServer server, string path, string? lastEventId = null, HttpClient? client = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await (client ?? server.Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new EventReader(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next block that has data; null at the stream's end.</summary>
    internal async Task<StreamedEvent?> NextAsync()
    {
        while (await BlockAsync() is { } block)
            if (block.Data.Length > 0) return block;
        return null;
    }

    /// <summary>As many as asked for.</summary>
    internal async Task<List<StreamedEvent>> TakeAsync(int count)
    {
        var events = new List<StreamedEvent>();
        while (events.Count < count) events.Add(await NextAsync() ?? throw new InvalidOperationException($"The stream ended after {events.Count}."));
        return events;
    }

    /// <summary>The next block, also one that is only a comment or a field; null at the stream's end.</summary>
    internal async Task<StreamedEvent?> BlockAsync()
    {
        var block = new StreamedEvent(null, "", "", "");
        while (await _lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Length == 0) return block;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = line[(colon + 1)..].TrimStart(' ');
            block = line[..colon] switch
            {
                "id" => block with { Id = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null, Cursor = value },
                "event" => block with { Type = value },
                "data" => block with { Data = value },
                _ => block with { Other = line },
            };
        }
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _answer.Dispose();
        await Task.CompletedTask;
    }
}
