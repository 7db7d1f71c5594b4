using System.Globalization;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>Says in words why reports are together and look-alikes apart.</summary>
public static class ExplanationRule
{
    private const int ReportCountMax = 100;
    private const int RivalCountMax = 10;
    private const int PieceCountMax = 4;

    /// <summary>The explanation.</summary>
    /// <param name="newsEvent">The event as it stands.</param>
    /// <param name="standing">Its standing deliveries by publication, each with its basis.</param>
    /// <param name="asked">Another event that was asked about, with how like it is; or null.</param>
    public static Explanation Of(NewsEvent newsEvent, IReadOnlyList<ReportDelivery> standing, (EventId Event, Likeness Likeness)? asked)
    {
        var rivals = standing.Select(delivery => delivery.Basis).OfType<Basis>()
            .Where(basis => basis.Rival is { } rival && rival != newsEvent.Id && rival != asked?.Event)
            .GroupBy(basis => basis.Rival!.Value).Select(group => group.MaxBy(basis => basis.RivalScore)!)
            .Select(basis => Apart(basis.Rival!.Value, basis.RivalScore ?? 0, basis.RivalEvidence))
            .OrderByDescending(rival => rival.Score).Take(RivalCountMax);
        return new Explanation
        {
            Event = newsEvent.Id,
            SameFrom = SamenessRule.SameFrom,
            Reports = [.. standing.Take(ReportCountMax).Select(delivery => new ReportExplanation(EventFold.RefOf(delivery), Together(delivery), delivery.Basis))],
            Rivals = [.. (asked is { } other ? [Asked(newsEvent, other.Event, other.Likeness)] : Enumerable.Empty<RivalExplanation>()).Concat(rivals)],
            Corroboration = CorroborationRule.Explain(newsEvent.Corroboration),
            Life = [.. StatusRule.Life([.. standing.Where(delivery => delivery.Report.Kind != EventKind.Casualties)])],
            Rulings = newsEvent.Rulings,
        };
    }

    private static string Together(ReportDelivery delivery) => delivery.Basis switch
    {
        null when delivery.Report.About is not null => "A figure of a happening that its article tells; it went with it.",
        null => "Nothing was kept of how it was weighed.",
        { Score: null } when delivery.Report.About is not null => "A figure of a happening that its article tells; it went with it.",
        { Score: null, Evidence: [{ } note] } => $"Nothing was weighed: {note.Words}.",
        { Score: null } => "It founded an event: nothing that was known was enough like it.",
        { Score: { } score } basis => string.Create(CultureInfo.InvariantCulture, $"{score:0.0} like it, {SamenessRule.SameFrom:0.0} is enough. {Weighed(basis.Evidence)}"),
    };

    /// <summary>An event that a report was weighed against and did not join.</summary>
    private static RivalExplanation Apart(EventId id, double score, IReadOnlyCollection<SamenessEvidence> evidence) =>
        Rival(id, score, "A report and it are", evidence, "enough, but this event was liker or a person told the two apart");

    /// <summary>An event that was asked about, all that both tell weighed against each other.</summary>
    private static RivalExplanation Asked(NewsEvent newsEvent, EventId id, Likeness likeness) => Rival(
        id, likeness.Score, "The two are", likeness.Evidence,
        newsEvent.Apart.Contains(id) ? "enough for one happening, but a person told the two apart" : "enough for a report to join, but two events are asked for more before they are made one");

    private static RivalExplanation Rival(EventId id, double score, string who, IReadOnlyCollection<SamenessEvidence> evidence, string enough)
    {
        var verdict = score < SamenessRule.SameFrom ? string.Create(CultureInfo.InvariantCulture, $"less than the {SamenessRule.SameFrom:0.0} that is enough") : enough;
        return new(id, score, string.Create(CultureInfo.InvariantCulture, $"{who} {score:0.0} alike, {verdict}. {Weighed(evidence)}"), [.. evidence]);
    }

    private static string Weighed(IReadOnlyCollection<SamenessEvidence> evidence)
    {
        var pro = Said(evidence.Where(piece => piece.Weight > 0).OrderByDescending(piece => piece.Weight));
        var contra = Said(evidence.Where(piece => piece.Weight < 0).OrderBy(piece => piece.Weight));
        return $"For it: {pro}. Against it: {contra}.";
    }

    private static string Said(IEnumerable<SamenessEvidence> evidence)
    {
        var pieces = evidence.Take(PieceCountMax).Select(piece => string.Create(CultureInfo.InvariantCulture, $"{piece.Of} {piece.Weight:+0.0;-0.0} ({piece.Words})")).ToList();
        return pieces.Count == 0 ? "nothing" : string.Join("; ", pieces);
    }
}
