using Aggregator.Intake;
using Aggregator.Wire;
using Xunit;

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

    /// <summary>Asserts that a sentence tells a happening of a kind with just these parties and this status.</summary>
    public static void Has(string text, string kind, string actors, string recipients, string status)
    {
        var told = By(text).Select(report => $"{WireName.From(report.Kind)} [{Codes(report.Actors)}] [{Codes(report.Recipients)}] {WireName.From(report.Status)}");
        Assert.Contains($"{kind} [{actors}] [{recipients}] {status}", told);
    }

    /// <summary>Asserts that a sentence tells no happening of a kind.</summary>
    public static void HasNo(string text, string kind) => Assert.DoesNotContain(By(text), report => WireName.From(report.Kind) == kind);

    public static string Codes(IEnumerable<Party> parties) =>
        string.Join(',', parties.Select(party => party.Code?.Value).OfType<string>().Distinct().Order(StringComparer.Ordinal));
}
