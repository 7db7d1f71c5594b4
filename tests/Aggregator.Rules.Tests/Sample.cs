using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;

namespace Aggregator;

/// <summary>Small, valid values for the rules' tests; a test sets what it is about.</summary>
internal static class Sample
{
    internal static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);

    internal static ImmutableArray<Party> Parties(params string[] codes) => [.. codes.Select(code => new Party(PartyCode.Parse(code)))];

    internal static Report Report(string id, EventKind kind, params string[] actors) => new()
    {
        Id = ReportId.Parse(id), Article = ArticleId.Parse($"article-of-{id}"), Revision = 1, Kind = kind, Span = new Span(0, 4), Sentence = new Span(0, 40),
        Quote = "Officials of both sides spoke about fish.", Actors = Parties(actors), Rule = "test",
    };

    internal static ReportDelivery Delivery(Report report, string outlet = "Daily Example", int day = 0) => new()
    {
        Report = report, Revision = report.Revision, Outlet = outlet, Title = "A headline", PublishedAt = Noon.AddDays(day), Voice = outlet.ToLowerInvariant(),
        Keywords = new ArticleWords("A headline", report.Quote).Around(report),
    };

    internal static Report Figure(string id, long killed, string? claimant = null, bool cumulative = false, string? about = null) => Report(id, EventKind.Casualties) with
    {
        Quote = string.Create(CultureInfo.InvariantCulture, $"At least {killed} people were killed in the collapse."),
        Casualties = new CasualtyFigure { Measure = CasualtyMeasure.Killed, Count = CountRange.Exactly(killed), Claimant = claimant, Cumulative = cumulative },
        About = about is null ? null : ReportId.Parse(about),
    };

    internal static NewsEvent Event(EventKind kind = EventKind.Call, string id = "e-1", int revision = 1, params string[] actors) => new()
    {
        Id = EventId.Parse(id), Revision = revision, Block = BlockKey.Parse("talks|test"), Kind = kind, Actors = Parties(actors), Headline = "Two presidents spoke by phone.",
        Corroboration = CorroborationRule.Of([]), FirstPublishedAt = Noon, LastPublishedAt = Noon, RecordedAt = Noon,
    };
}
