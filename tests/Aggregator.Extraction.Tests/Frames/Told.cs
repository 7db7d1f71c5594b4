using Aggregator.Intake;

namespace Aggregator.Extraction.Frames;

/// <summary>Reads sentences for the tests of this folder, with one extractor for all of them.</summary>
internal static class Told
{
    private static readonly Lazy<Extractor> s_extractor = new(() => Extractor.Load());

    public static IReadOnlyList<Report> By(string text, string published = "2025-03-14") => s_extractor.Value.Extract(Document(text, published));

    public static Document Document(string text, string published = "2025-03-14") => new()
    {
        Article = ArticleId.Parse("test-article"),
        Published = DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
        Text = text,
    };

    public static string Codes(IEnumerable<Party> parties) =>
        string.Join(',', parties.Select(party => party.Code?.Value).OfType<string>().Distinct().Order(StringComparer.Ordinal));
}
