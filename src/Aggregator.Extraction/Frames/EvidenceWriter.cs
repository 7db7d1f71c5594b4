using Aggregator.Extraction.Figures;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Writes down why each slot of a report has its value: the rule, the path and the words.</summary>
/// <param name="text">The document's text.</param>
internal sealed class EvidenceWriter(string text)
{
    private const int WordsLengthMax = 300;

    /// <summary>Why a happening's report says what it says.</summary>
    public IEnumerable<SlotEvidence> Of(Happening happening)
    {
        yield return Of("kind", happening.Frame.Rule, happening.Span);
        foreach (var (rule, span) in happening.Turns) yield return Of("kind", rule, span);
        yield return Of("status", happening.StatusRule, happening.StatusSpan);
        foreach (var actor in Distinct(happening.Actors)) yield return Of("actors", Rule(actor), actor.Span);
        foreach (var recipient in Distinct(happening.Recipients)) yield return Of("recipients", Rule(recipient), recipient.Span);
        if (happening.WhenSpan is { } when) yield return Of("date", happening.WhenRule, when);
        if (happening.WhereSpan is { } where) yield return Of("place", happening.WhereRule, where);
        if (happening.Attribution.Claimant is not null) yield return Of("claimant", happening.Attribution.Rule, happening.Attribution.Span);
        foreach (var context in happening.Contexts) yield return Of("context", $"{context.Name}: {context.Rule}", context.Span);
        foreach (var also in happening.Also.Distinct()) yield return Of("also", "told again", also);
    }

    /// <summary>Why a figure's report says what it says.</summary>
    /// <param name="reading">The figure as its words give it.</param>
    /// <param name="figure">The figure completed.</param>
    /// <param name="attribution">Who says so.</param>
    /// <param name="about">The report of the happening it belongs to, or null.</param>
    public IEnumerable<SlotEvidence> Of(FigureReading reading, CasualtyFigure figure, Attribution attribution, Report? about)
    {
        yield return Of("kind", reading.Rule, reading.Evidence);
        yield return Of("figure", reading.Rule, reading.Evidence);
        if (attribution.Claimant is not null) yield return Of("claimant", attribution.Rule, attribution.Span);
        else if (figure.Claimant is not null) yield return Of("claimant", "given with the figure", null);
        if (figure.Nationality is { } nationality) yield return Of("nationality", $"{nationality} by those counted", null);
        if (figure.Who is { } who) yield return Of("who", $"{Wire.WireName.From(who)} by those counted", null);
        if (figure.Place is not null)
            yield return Of("place", reading.Figure.Place is not null ? "given with the figure" : figure.Place == about?.Place ? "of the happening it belongs to" : "place of the clause", null);
        if (about?.OccurredOn is not null) yield return Of("date", "of the happening it belongs to", null);
        if (about is not null && !figure.Cumulative) yield return new SlotEvidence { Slot = "about", Rule = "nearest happening that harms", Span = about.Span, Words = Words(about.Span) };
        foreach (var also in reading.Also) yield return Of("also", "told again", also);
    }

    private SlotEvidence Of(string slot, string rule, TextSpan? span)
    {
        if (span is not { Length: > 0 } words) return new SlotEvidence { Slot = slot, Rule = rule };
        var place = new Span(words.Start, words.Length);
        return new SlotEvidence { Slot = slot, Rule = rule, Span = place, Words = Words(place) };
    }

    private string Words(Span span) => text.Substring(span.Start, Math.Min(span.Length, WordsLengthMax));

    /// <summary>The party and the path that led to it: "KEN MIL: nsubj of attack by force.state".</summary>
    private static string Rule(Player player) =>
        $"{player.Code ?? player.Name}{(player.Role is { } role ? $" {role}" : "")}: {player.Path}";

    /// <summary>Those who became parties, each once; a filler of whom nothing is known explains no party.</summary>
    private static IEnumerable<Player> Distinct(List<Player> players) =>
        players.Where(player => (player.Code ?? player.Name) is not null).DistinctBy(player => (player.Code, player.Name, player.Span));
}
