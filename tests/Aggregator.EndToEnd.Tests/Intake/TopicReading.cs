using Aggregator.Serving;

namespace Aggregator.Intake;

/// <summary>What a topic holds, in a form that two runs over the same articles can be compared by.</summary>
internal static class TopicReading
{
    private const int PageCount = 500;

    /// <summary>The reports that the topic's events were made of, ordered; one that stands in two events is there twice.</summary>
    internal static async Task<IReadOnlyList<string>> ReadReportsAsync(PatientClient server, string topic)
    {
        var reports = new List<string>();
        string? next = $"/v1/topics/{topic}/events?limit={PageCount}";
        while (next is not null)
        {
            var page = await server.ReadAsync(next);
            foreach (var happening in page.GetProperty("events").EnumerateArray())
                reports.AddRange(happening.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("id").GetString()!));
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }
        return [.. reports.Order(StringComparer.Ordinal)];
    }
}
