using System.Collections.Immutable;
using Aggregator.Extraction.Figures;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Makes reports of an article's happenings.</summary>
internal sealed class ReportWriter(Document document, IReadOnlyList<SentenceView> sentences)
{
    private const int QuoteLengthMax = 1_000;
    private readonly ReportIdentity _identity = new(document.Article);

    /// <summary>The report of a happening.</summary>
    public Report Write(Happening happening)
    {
        var (actors, recipients) = (Parties(happening.Actors), Parties(happening.Recipients));
        if (IsSymmetric(happening.Kind)) (actors, recipients) = ([.. actors.Concat(recipients).Distinct()], []);
        var sentence = sentences[happening.Sentence].Sentence.Span;
        var quote = Quote(sentence);
        return new Report
        {
            Id = _identity.Next(happening.Kind, Text(happening.Span) + "|" + quote),
            Article = document.Article,
            Revision = document.Revision,
            Kind = happening.Kind,
            Status = happening.Status,
            Span = Of(happening.Span),
            Sentence = Of(sentence),
            Quote = quote,
            Actors = actors,
            Recipients = recipients,
            Names = [.. happening.Actors.Concat(happening.Recipients).Select(player => player.Name).OfType<string>().Distinct(StringComparer.Ordinal)],
            Place = happening.Where,
            OccurredOn = happening.When,
            Claimant = happening.Attribution.Claimant,
            Mode = happening.Frame.Mode,
            Also = [.. happening.Also.Distinct().Order(Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start))).Select(Of)],
            Rule = happening.Frame.Rule,
            Confidence = Math.Clamp(happening.Strength, 0, 1),
            Evidence = [.. Evidence(happening)],
        };
    }

    /// <summary>The report of a casualty figure.</summary>
    /// <param name="reading">The figure as its words give it.</param>
    /// <param name="figure">The figure completed.</param>
    /// <param name="attribution">Who says so.</param>
    /// <param name="about">The report of the happening it belongs to, or null.</param>
    public Report Write(FigureReading reading, CasualtyFigure figure, Attribution attribution, Report? about)
    {
        var sentence = sentences[reading.Sentence].Sentence.Span;
        var quote = Quote(sentence);
        return new Report
        {
            Id = _identity.Next(EventKind.Casualties, Text(reading.Evidence) + "|" + quote),
            Article = document.Article,
            Revision = document.Revision,
            Kind = EventKind.Casualties,
            Span = Of(reading.Evidence),
            Sentence = Of(sentence),
            Quote = quote,
            Place = figure.Place,
            OccurredOn = about?.OccurredOn,
            Claimant = figure.Claimant,
            Casualties = figure,
            About = figure.Cumulative ? null : about?.Id,
            Also = [.. reading.Also.Select(Of)],
            Rule = reading.Rule,
            Confidence = reading.Confidence,
            Evidence = [.. Evidence(reading, attribution)],
        };
    }

    private static IEnumerable<SlotEvidence> Evidence(FigureReading reading, Attribution attribution)
    {
        yield return new SlotEvidence { Slot = "figure", Rule = reading.Rule, Span = Of(reading.Evidence) };
        if (attribution.Claimant is not null)
            yield return new SlotEvidence { Slot = "claimant", Rule = attribution.Rule, Span = attribution.Span is { } said ? Of(said) : null };
    }

    /// <summary>In a symmetric kind everyone is an actor.</summary>
    public static bool IsSymmetric(EventKind kind) => kind is EventKind.Call or EventKind.Meeting;

    private static ImmutableArray<Party> Parties(List<Player> players)
    {
        var parties = new List<Party>(players.Count);
        foreach (var player in players)
        {
            PartyCode? code = PartyCode.TryParse(player.Code, out var known) ? known : null;
            if (code is null && player.Name is null) continue;
            if (!parties.Exists(party => party.Code == code && (player.Name is null || party.Name == player.Name)))
                parties.Add(new Party(code, player.Name, player.Role));
        }
        return [.. parties];
    }

    private static IEnumerable<SlotEvidence> Evidence(Happening happening)
    {
        yield return new SlotEvidence { Slot = "kind", Rule = happening.Frame.Rule, Span = Of(happening.Span) };
        yield return new SlotEvidence { Slot = "status", Rule = happening.StatusRule };
        foreach (var actor in happening.Actors) yield return new SlotEvidence { Slot = "actors", Rule = actor.Path, Span = Of(actor.Span) };
        foreach (var recipient in happening.Recipients)
            yield return new SlotEvidence { Slot = "recipients", Rule = recipient.Path, Span = Of(recipient.Span) };
        if (happening.WhenSpan is { } when) yield return new SlotEvidence { Slot = "date", Rule = "date of the clause", Span = Of(when) };
        if (happening.WhereSpan is { } where) yield return new SlotEvidence { Slot = "place", Rule = "place of the clause", Span = Of(where) };
        if (happening.Attribution.Claimant is not null)
            yield return new SlotEvidence
            {
                Slot = "claimant", Rule = happening.Attribution.Rule, Span = happening.Attribution.Span is { } said ? Of(said) : null,
            };
    }

    private string Quote(TextSpan sentence) => Text(sentence.Length <= QuoteLengthMax ? sentence : new TextSpan(sentence.Start, QuoteLengthMax));

    private string Text(TextSpan span) => document.Text.Substring(span.Start, span.Length);

    private static Span Of(TextSpan span) => new(span.Start, span.Length);
}
