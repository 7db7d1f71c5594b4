using Aggregator.Extraction.Figures;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Completes casualty figures with what the sentence and the article around them tell: claimant, nationality, place, happening.</summary>
internal sealed class FigureReports(FrameSet frames)
{
    private const int HappeningSentencesMax = 3;
    private const int ProtestDistance = 50;
    private const int CoercionDistance = 600;
    private const int AsideDistance = 300;
    private const int OtherDayDistance = 3_000;
    private readonly Cast _cast = new(frames);
    private readonly ClaimantReader _claimants = new(frames);

    /// <summary>The figure with claimant, nationality and place, and why.</summary>
    /// <param name="view">Its sentence.</param>
    /// <param name="reading">The figure.</param>
    /// <param name="quotations">The document's quotations.</param>
    /// <param name="institutions">The document's institutions by name.</param>
    /// <param name="about">The happening it belongs to, or null.</param>
    public (CasualtyFigure Figure, Attribution Attribution) Complete(
        SentenceView view, FigureReading reading, Quotations quotations, Institutions institutions, Happening? about)
    {
        var attribution = _claimants.Read(view, reading.TriggerToken, quotations);
        if (attribution.Claimant is null && reading.VictimToken >= 0) attribution = _claimants.Read(view, reading.VictimToken, quotations);
        // "Twelve people died and three have not been found": those who are counted tell nothing of themselves.
        if (attribution.Span is { } said && view.Sentence[reading.VictimToken >= 0 ? reading.VictimToken : reading.TriggerToken].Span.Overlaps(said)) attribution = Attribution.None;
        attribution = institutions.Complete(attribution);
        var figure = reading.Figure with
        {
            Claimant = reading.Figure.Claimant ?? attribution.Claimant,
            Chain = attribution.Chain,
            Nationality = reading.Figure.Nationality ?? Nationality(view, reading.VictimToken),
            Place = reading.Figure.Place ?? WhereReader.Find(view, reading.TriggerToken, EventKind.Attack) ?? about?.Where,
        };
        return (figure, attribution);
    }

    /// <summary>
    /// The happening that a figure belongs to: the nearest attack, disaster or crime that its sentence or those before it tell. A protest is that only where
    /// it is nearer, and an arrest, beside which people are killed or hurt seldom, much nearer still.
    /// </summary>
    /// <param name="reading">The figure.</param>
    /// <param name="when">The figure's own date ("no one was killed in Wednesday's tremor"), or null: a happening of another day comes after all others.</param>
    /// <param name="happenings">The article's happenings.</param>
    /// <param name="views">Its sentences.</param>
    public static Happening? About(FigureReading reading, OccurredOn? when, IReadOnlyList<Happening> happenings, IReadOnlyList<SentenceView> views)
    {
        Happening? nearest = null;
        var best = int.MaxValue;
        foreach (var happening in happenings)
        {
            if (happening.Kind is not (EventKind.Attack or EventKind.Disaster or EventKind.Crime or EventKind.Protest or EventKind.Coercion)) continue;
            var distance = Distance(happening.Span, reading.Evidence);
            foreach (var span in happening.Also) distance = Math.Min(distance, Distance(span, reading.Evidence));
            distance += happening.Kind switch
            {
                EventKind.Protest => ProtestDistance,
                EventKind.Coercion => reading.Figure.Measure == CasualtyMeasure.Captured ? ProtestDistance : CoercionDistance,
                _ => 0,
            };
            if (happening.Sentence != reading.Sentence && IsAside(views[happening.Sentence], happening)) distance += AsideDistance;
            if (when is { } day && happening.When is { } other && !day.Overlaps(other)) distance += OtherDayDistance;
            if (distance >= best || reading.Sentence - happening.Sentence > HappeningSentencesMax * 4) continue;
            (nearest, best) = (happening, distance);
        }
        return nearest;
    }

    /// <summary>"Roads damaged by last winter's storms", "the town where a quake killed dozens": what a noun is, in passing.</summary>
    private static bool IsAside(SentenceView view, Happening happening) => !happening.IsNominal && view.Relation(happening.Trigger) is (Relation.Acl or Relation.AclRelcl);

    private PartyCode? Nationality(SentenceView view, int victim)
    {
        if (victim < 0 || victim >= view.Count) return null;
        var players = new List<Player>(4);
        _cast.Read(view, victim, "victim", players);
        foreach (var player in players)
            if (!player.IsPlace && !player.IsInferred && PartyCode.TryParse(player.Code, out var code)) return code;
        return null;
    }

    private static int Distance(TextSpan one, TextSpan other) =>
        one.Overlaps(other) ? 0 : one.Start > other.Start ? one.Start - other.End + 200 : other.Start - one.End;
}
