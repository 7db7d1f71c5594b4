using System.Globalization;
using System.Text.Json;

namespace Aggregator.Intake;

/// <summary>
/// Articles that are made up by number: each happening is a phone call of two presidents, told by several outlets, in a week of its own for its pair of
/// countries, so that which reports are of one event does not depend on the order they come in.
/// </summary>
internal static class SampleNews
{
    private static readonly string[] Countries = ["Kenya", "Norway", "Peru", "Japan", "Ghana", "Chile", "Canada", "Egypt", "India", "Spain"];
    private static readonly string[] Outlets = ["North Wire", "South Post", "Harbour News"];

    internal static IReadOnlyList<(string Id, string Json)> Make(int happeningCount) =>
        [.. Enumerable.Range(0, happeningCount).SelectMany(happening => Outlets.Select((outlet, copy) => Make(happening, outlet, copy)))];

    private static (string Id, string Json) Make(int happening, string outlet, int copy)
    {
        var pairs = Countries.SelectMany((left, at) => Countries.Skip(at + 1).Select(right => (Left: left, Right: right))).ToList();
        var (left, right) = pairs[happening % pairs.Count];
        var day = new DateOnly(2026, 1, 5).AddDays(21 * (happening / pairs.Count));
        var id = string.Create(CultureInfo.InvariantCulture, $"sample-{happening}-{copy}");
        string[] tellings =
        [
            $"The president of {left} spoke by phone with the president of {right} on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, both offices said.",
            $"{left}'s president held a phone call with {right}'s president on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.",
            $"The presidents of {left} and {right} spoke by telephone on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, according to a statement.",
        ];
        var json = JsonSerializer.Serialize(new
        {
            id, outlet, published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), title = $"{left} and {right} speak", text = tellings[copy],
            url = $"https://{outlet.Replace(' ', '-').ToLowerInvariant()}.example/{id}",
        });
        return (id, json);
    }
}
