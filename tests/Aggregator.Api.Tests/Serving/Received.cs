using System.Text.Json;

namespace Aggregator.Serving;

/// <summary>A request as a receiver got it.</summary>
internal sealed record Received(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal string this[string header] => Headers.TryGetValue(header, out var value) ? value : "";

    internal JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
