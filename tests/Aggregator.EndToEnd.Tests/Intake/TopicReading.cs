using System.Text.Json;
using Aggregator.Serving;

namespace Aggregator.Intake;

/// <summary>
/// What a topic holds, in a form that two runs over the same articles can be compared by. An event is named by the report that was first to come, and
/// revisions and times of recording tell of the way, so events are named by their reports here, and the order of lists and those members are left out.
/// </summary>
internal static class TopicReading
{
    private const int PageCount = 500;

    private static readonly string[] OfTheWay = ["revision", "recordedAt", "position", "headline", "reason"];

    /// <summary>The events' names by their ids, and all events.</summary>
    internal static async Task<(IReadOnlyDictionary<string, string> Names, string Events)> ReadEventsAsync(KillableServer server, string topic)
    {
        var events = new List<JsonElement>();
        string? next = $"/v1/topics/{topic}/events?limit={PageCount}";
        while (next is not null)
        {
            var page = await server.ReadAsync(next);
            events.AddRange(page.GetProperty("events").EnumerateArray());
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }
        var names = events.ToDictionary(
            happening => happening.GetProperty("id").GetString()!,
            happening => string.Join('+', happening.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)));
        return (names, string.Join('\n', events.Select(happening => Normal(happening, names)).Order(StringComparer.Ordinal)));
    }

    /// <summary>A part of an answer as text that does not depend on the way it came about.</summary>
    internal static string Normal(JsonElement part, IReadOnlyDictionary<string, string> names) => part.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', part.EnumerateObject().Where(member => !OfTheWay.Contains(member.Name)).Select(member => $"{member.Name}:{Normal(member.Value, names)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', part.EnumerateArray().Select(item => Normal(item, names)).Order(StringComparer.Ordinal))}]",
        JsonValueKind.String => names.GetValueOrDefault(part.GetString()!, part.GetString()!),
        _ => part.GetRawText(),
    };
}
