using System.Text.Json;
using Aggregator.Serving;

namespace Aggregator.Intake;

/// <summary>
/// What a topic holds, in a form that two runs over the same articles can be compared by. An event's id, headline and revisions tell of the way it came about,
/// so an event is named by its reports here, and lists are ordered.
/// </summary>
/// <param name="Events">The events: what happened, who took part, when, and the reports that say so.</param>
/// <param name="Counts">Events a day.</param>
/// <param name="Contacts">Who talked to whom, with the events behind it.</param>
/// <param name="Claims">The casualty claims with their reports.</param>
internal sealed record TopicReading(IReadOnlyList<string> Events, string Counts, IReadOnlyList<string> Contacts, IReadOnlyList<string> Claims)
{
    private const int PageCount = 500;

    /// <summary>Reads it.</summary>
    /// <param name="server">Where.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="names">The reports of each event, by its id: an event itself shows but some of many.</param>
    internal static async Task<TopicReading> OfAsync(PatientClient server, string topic, IReadOnlyDictionary<string, string> names)
    {
        var path = $"/v1/topics/{topic}";
        var events = new List<JsonElement>();
        for (string? next = $"{path}/events?limit={PageCount}"; next is not null;)
        {
            var page = await server.ReadAsync(next);
            events.AddRange(page.GetProperty("events").EnumerateArray());
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }
        var contacts = (await server.ReadAsync($"{path}/contacts?limit={PageCount}")).GetProperty("edges").EnumerateArray();
        var claims = (await server.ReadAsync($"{path}/casualties?limit={PageCount}")).GetProperty("rows").EnumerateArray();
        return new TopicReading(
            Ordered(events.Select(happening => $"{Text(happening, "kind")} {Text(happening, "status")} {Text(happening, "occurredOn")} {Ids(happening.GetProperty("actors"), party => Text(party, "code"))} {names[Text(happening, "id")]}")),
            (await server.ReadAsync($"{path}/counts")).GetProperty("cells").GetRawText(),
            Ordered(contacts.Select(edge => $"{Text(edge, "from")} {Text(edge, "to")} {Text(edge, "kind")} {Text(edge, "count")} {Text(edge, "latest")} {Ids(edge.GetProperty("events"), happening => names[happening.GetString()!])}")),
            Ordered(claims.SelectMany(row => row.GetProperty("claims").EnumerateArray().Select(claim =>
                $"{names[Text(row, "event")]}: {Text(row, "measure")} {claim.GetProperty("figure").GetProperty("count")} {Text(claim.GetProperty("figure"), "claimant")} {Ids(claim.GetProperty("reports"), report => Text(report, "id"))}"))));
    }

    private static string Text(JsonElement part, string name) => part.GetProperty(name).ToString();

    private static string Ids(JsonElement list, Func<JsonElement, string> id) => string.Join('+', list.EnumerateArray().Select(id).Order(StringComparer.Ordinal));

    private static IReadOnlyList<string> Ordered(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
