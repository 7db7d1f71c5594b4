using System.Collections.Immutable;
using Aggregator.Extraction.Figures;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Makes reports of an article's happenings.</summary>
internal sealed class ReportWriter(Document document, IReadOnlyList<SentenceView> sentences, EventCodes codes)
{
    private const int QuoteLengthMax = 1_000;
    private readonly ReportIdentity _identity = new(document.Article);
    private readonly EvidenceWriter _evidence = new(document.Text);

    /// <summary>The report of a happening.</summary>
    public Report Write(Happening happening)
    {
        var (actors, recipients) = (Parties(happening.Actors), Parties(happening.Recipients));
        if (IsSymmetric(happening.Kind)) (actors, recipients) = ([.. actors.Concat(recipients).Distinct()], []);
        var sentence = sentences[happening.Sentence].Sentence.Span;
        var quote = Quote(sentence);
        var (plover, cameo) = codes.Of(happening.Kind, happening.Mode);
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
            Mode = happening.Mode,
            Contexts = [.. happening.Contexts.Select(context => context.Name)],
            Plover = plover,
            Cameo = cameo,
            Also = [.. happening.Also.Distinct().Order(Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start))).Select(Of)],
            Rule = happening.Frame.Rule,
            Confidence = Math.Clamp(happening.Strength, 0, 1),
            Evidence = [.. _evidence.Of(happening)],
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
            Contexts = about?.Contexts ?? [],
            Also = [.. reading.Also.Select(Of)],
            Rule = reading.Rule,
            Confidence = reading.Confidence,
            Evidence = [.. _evidence.Of(reading, figure, attribution, about)],
        };
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

    private string Quote(TextSpan sentence) => Text(sentence.Length <= QuoteLengthMax ? sentence : new TextSpan(sentence.Start, QuoteLengthMax));

    private string Text(TextSpan span) => document.Text.Substring(span.Start, span.Length);

    private static Span Of(TextSpan span) => new(span.Start, span.Length);
}
