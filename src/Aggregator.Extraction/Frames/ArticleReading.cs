using Aggregator.Extraction.Figures;
using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;
using Aggregator.Extraction.Time;

namespace Aggregator.Extraction.Frames;

/// <summary>Reads the reports off a parsed article.</summary>
internal sealed class ArticleReading(FrameSet frames)
{
    /// <summary>What a date or place adds to a noun: "the attack in Mombasa" tells more than "attacks".</summary>
    private const double PlacedStrength = 0.15;

    private readonly HappeningFinder _finder = new(frames);
    private readonly WhenReader _when = new(frames);
    private readonly ClaimantReader _claimants = new(frames);
    private readonly ContextReader _contexts = new(frames.Contexts);
    private readonly FigureReports _figures = new(frames);
    private readonly FrameClass _person = frames.Classes.Of("person");

    /// <summary>The reports, in the order of their spans.</summary>
    public IReadOnlyList<Report> Read(Document document, ReadText read, DocumentMentions mentions, CancellationToken cancellation)
    {
        var views = new List<SentenceView>(read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            if (read[i].IsParsed)
            {
                ClauseRepair.Run(read[i], read.MutableTokens(i), frames.Governors);
                RelativeRepair.Run(read[i], read.MutableTokens(i), _person);
            }
            views.Add(new SentenceView(read[i], i, mentions));
        }
        var quotations = new Quotations(document.Text);
        quotations.Attribute(views, _claimants);
        var institutions = new Institutions(mentions, document.Text);
        var happenings = new List<Happening>();
        var arguments = new List<Argument>(32);
        var readings = new List<FigureReading>();
        foreach (var view in views)
        {
            cancellation.ThrowIfCancellationRequested();
            using var atoms = Atoms.Of(view.Sentence);
            var dates = new SentenceDates(atoms, document.Published);
            ReadSentence(view, dates, document.Published, quotations, arguments, happenings);
            CasualtyReader.ReadSentence(read, view.Index, atoms, dates, mentions, readings);
        }
        foreach (var happening in happenings) happening.Attribution = institutions.Complete(happening.Attribution);
        Completion.Run(happenings, DocumentFocus.Of(mentions, document.Text), DocumentFocus.SceneOf(mentions, document.Text));
        var folded = HappeningFolder.Fold(happenings);
        Completion.Direct(happenings);
        foreach (var happening in folded) _contexts.Read(views[happening.Sentence], happening);
        var writer = new ReportWriter(document, views, frames.Codes);
        var reports = folded.ConvertAll(writer.Write);
        Report? counted = null;
        foreach (var reading in CasualtyReader.Settle(read, readings))
        {
            cancellation.ThrowIfCancellationRequested();
            if (CorrectionNotice.Is(views[reading.Sentence])) continue;
            var when = WhenOf(views[reading.Sentence], reading, document.Published);
            var about = FigureReports.About(reading, when, folded, views);
            var (figure, attribution) = _figures.Complete(views[reading.Sentence], reading, quotations, institutions, about);
            var report = writer.Write(reading, figure, attribution, about is null ? null : reports[folded.IndexOf(about)]);
            if (about is null && !figure.Cumulative)
            {
                report = report with { OccurredOn = when };
                if (counted is null) counted = report;
                else if (AreOfOne(counted, report)) report = report with { About = counted.Id };
            }
            reports.Add(report);
        }
        return [.. reports.OrderBy(report => report.Span.Start).ThenBy(report => report.Kind)];
    }

    /// <summary>Whether figures of an article that tells no happening are of one: no day and no place sets them apart.</summary>
    private static bool AreOfOne(Report counted, Report report) =>
        (counted.OccurredOn is null || report.OccurredOn is null || counted.OccurredOn == report.OccurredOn)
        && (counted.Place is null || report.Place is null || counted.Place.Name == report.Place.Name || (counted.Place.Country == report.Place.Country && (counted.Place.Latitude is null || report.Place.Latitude is null)));

    private void ReadSentence(SentenceView view, SentenceDates dates, DateOnly published, Quotations quotations, List<Argument> arguments, List<Happening> happenings)
    {
        var first = happenings.Count;
        if (CorrectionNotice.Is(view)) return;
        _finder.Read(view, arguments, happenings);
        if (happenings.Count == first) return;
        for (var i = first; i < happenings.Count; i++)
        {
            _when.Read(view, dates.All, published, happenings[i]);
            if (happenings[i] is { Status: EventStatus.Occurred, When: { } when } told && when.First > published && MayBeToCome(view, told))
                (told.Status, told.StatusRule, told.StatusSpan) = (EventStatus.Planned, "dated after the publication", told.WhenSpan);
            WhereReader.Read(view, happenings[i]);
            happenings[i].Attribution = _claimants.Read(view, happenings[i].Anchor, quotations);
            Weigh(view, happenings[i]);
            Utter(view, happenings[i]);
            if (happenings[i] is { IsFirstPerson: true } said && !said.Actors.Exists(player => player.Code is not null)) said.Actors.AddRange(said.Attribution.Speakers);
        }
    }

    private static OccurredOn? WhenOf(SentenceView view, FigureReading reading, DateOnly published)
    {
        using var atoms = Atoms.Of(view.Sentence);
        return WhenReader.OfFigure(view, DateGrammar.Read(atoms, published), reading.TriggerToken);
    }

    /// <summary>"The incursion will bring consequences, she said": who says it threatens, and has done so.</summary>
    private static void Utter(SentenceView view, Happening told)
    {
        if (told is not { Kind: EventKind.Threat, IsNominal: false, Frame.Actors.Length: 0 }) return;
        told.Actors.AddRange(told.Attribution.Speakers);
        if (told.Status == EventStatus.Planned) (told.Status, told.StatusRule, told.StatusSpan) = (EventStatus.Occurred, "threatened", view.Sentence[told.Trigger].Span);
    }

    /// <summary>A noun, or a meeting that was called: what is told in the past tense has happened, whatever day stands beside it.</summary>
    private static bool MayBeToCome(SentenceView view, Happening told) =>
        told.IsNominal || told.Kind is EventKind.Meeting or EventKind.Call || view.Sentence[told.Trigger].Penn is not (Penn.Vbd or Penn.Vbn);

    /// <summary>A noun in the singular without an article, owner or agent: a matter rather than a case of it.</summary>
    private static bool IsMatter(SentenceView view, int noun)
    {
        if (view.Sentence[noun].Penn is not Penn.Nn) return false;
        foreach (var child in view.Sentence.Children(noun))
            if (view.Relation(child) is Relation.Det or Relation.NmodPoss or Relation.Nummod or Relation.Acl || (view.Relation(child) == Relation.Nmod && view.Case(child) is "by" or "of")) return false;
        return true;
    }

    /// <summary>What a date or place adds, and what a mere setting or a passing relative clause lacks.</summary>
    private static void Weigh(SentenceView view, Happening told)
    {
        var isSet = (told.When ?? (object?)told.Where) is not null;
        if (told is { IsNominal: true, Kind: EventKind.Attack or EventKind.Disaster or EventKind.Protest } && isSet) told.Strength += PlacedStrength;
        if (told is { IsNominal: true, Kind: EventKind.Meeting, When: not null }) told.Strength += PlacedStrength;
        // "At a meeting of the council she said": where somebody spoke.
        if (told is { IsNominal: true, Kind: EventKind.Meeting, When: null, Status: not EventStatus.Planned } && told.Anchor == told.Trigger
            && view.Relation(told.Trigger) is Relation.Obl or Relation.Nmod && view.Case(told.Trigger) is "at" or "during" or "in" or "after" or "before" or "to" or "for")
            told.Strength -= PlacedStrength;
        // "Reform against sexual assault in the army": the matter, and no one crime.
        if (told is { IsNominal: true, Kind: EventKind.Crime, When: null } && told.Anchor == told.Trigger && IsMatter(view, told.Trigger)) told.Strength -= PlacedStrength;
        // "Was shot at a rally": a gathering where something else happened.
        if (told is { IsNominal: true, Kind: EventKind.Protest } && told.Anchor == told.Trigger && view.IsLemma(told.Trigger, "rally") && view.Case(told.Trigger) is "at" or "during" or "after") told.Strength -= 2 * PlacedStrength;
        // "Women who have been attacked": some that there are, not a happening that is told.
        if (!told.IsNominal && !isSet && told.Kind == EventKind.Attack && view.Relation(told.Trigger) == Relation.AclRelcl && told.Actors.Count == 0)
            told.Strength -= PlacedStrength;
    }
}
