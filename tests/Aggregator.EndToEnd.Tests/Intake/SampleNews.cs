using System.Globalization;
using System.Text.Json;

namespace Aggregator.Intake;

/// <summary>
/// Articles that are made up by number: each happening is a phone call of two presidents, told by several outlets, in a week of its own for its pair of
/// countries, so that which reports are of one event does not depend on the order they come in. Some tell of a toll in a capital, too.
/// </summary>
internal static class SampleNews
{
    private static readonly string[] Countries = ["Kenya", "Norway", "Peru", "Japan", "Ghana", "Chile", "Canada", "Egypt", "India", "Spain"];
    private static readonly string[] Capitals = ["Nairobi", "Oslo", "Lima", "Tokyo", "Accra", "Santiago", "Ottawa", "Cairo", "New Delhi", "Madrid"];
    private static readonly string[] Outlets = ["North Wire", "South Post", "Harbour News"];

    internal static IReadOnlyList<(string Id, string Json)> Make(int happeningCount) =>
        [.. Enumerable.Range(0, happeningCount).SelectMany(happening => Outlets.Select((outlet, copy) => Make(happening, happeningCount, outlet, copy)))];

    private static (string Id, string Json) Make(int happening, int happeningCount, string outlet, int copy)
    {
        var pairs = Countries.SelectMany((left, at) => Countries.Skip(at + 1).Select(right => (Left: left, Right: right))).ToList();
        var (left, right) = pairs[happening % pairs.Count];
        // The last is as old however many there are, for an article may not come from the future.
        var day = new DateOnly(2026, 2, 16).AddDays(-21 * ((happeningCount - 1 - happening) / pairs.Count));
        var id = string.Create(CultureInfo.InvariantCulture, $"sample-{happening}-{copy}");
        string[] tellings =
        [
            $"{left} and {right} held a phone call on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, both offices said.",
            $"{left} and {right} held a telephone call on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.",
            $"{left} and {right} spoke by telephone on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, according to a statement.",
        ];
        // One pair of countries for each capital, so that no two happenings share a day and a place.
        var at = Array.IndexOf(Countries, left);
        var toll = Array.IndexOf(Countries, right) == at + 1
            ? string.Create(CultureInfo.InvariantCulture, $" At least {10 + happening} people were killed when a bridge collapsed in {Capitals[at]} on {day:d MMMM yyyy}, the mayor said.")
            : "";
        var json = JsonSerializer.Serialize(new
        {
            id, outlet, published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), title = $"{left} and {right} speak", text = tellings[copy] + toll,
            url = $"https://{outlet.Replace(' ', '-').ToLowerInvariant()}.example/{id}",
        });
        return (id, json);
    }
}
