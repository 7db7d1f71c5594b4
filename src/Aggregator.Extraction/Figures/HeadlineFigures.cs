using Aggregator.Extraction.Frames;
using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>
/// Reads the figures that only an article's headline gives. Their reports quote the headline, and their span and sentence are empty,
/// since both lie in the text.
/// </summary>
internal sealed class HeadlineFigures(FrameSet frames, MentionReader mentions, Reader reader)
{
    private const int HeadlineLengthMax = 500;

    /// <summary>UTF-16 units of an article's beginning that its headline sums up.</summary>
    private const int LeadLength = 600;

    private static readonly Span s_none = new(0, 0);
    private readonly FigureReports _figures = new(frames);

    /// <summary>The article's reports, with those of its headline before them where it gives a figure that the text has not.</summary>
    /// <param name="document">The article.</param>
    /// <param name="reports">The reports of its text.</param>
    public IReadOnlyList<Report> AddTo(Document document, IReadOnlyList<Report> reports)
    {
        if (document.Title?.Trim() is not { Length: > 0 and <= HeadlineLengthMax } title || !MayTell(title)) return reports;
        // What the text repeats word for word was read there, with all that the text says further of it; unless the text tells nothing of the kind.
        var isRepeated = document.Text.Contains(title, StringComparison.Ordinal);
        var named = mentions.Read(title, document.Published);
        using var read = reader.Read(title, named.Units);
        var readings = CasualtyReader.Read(read, document.Published, named).Where(reading => !IsGiven(reading, reports) && !(isRepeated && Tells(reports, reading.Figure.Measure))).ToList();
        if (readings.Count == 0) return reports;
        var views = new List<SentenceView>(read.Count);
        for (var i = 0; i < read.Count; i++) views.Add(new SentenceView(read[i], i, named));
        var writer = new ReportWriter(document with { Text = title }, views, frames.Codes);
        var (quotations, institutions, about) = (new Quotations(title), new Institutions(named, title), LeadOf(reports));
        return
        [
            .. readings.Select(reading =>
            {
                var (figure, attribution) = _figures.Complete(views[reading.Sentence], reading, quotations, institutions, about: null);
                return OfHeadline(writer.Write(reading, figure, attribution, about: null), title, about);
            }),
            .. reports,
        ];
    }

    /// <summary>The harm that the article's beginning tells, which its headline counts; null where it tells none.</summary>
    private static Report? LeadOf(IReadOnlyList<Report> reports) =>
        reports.FirstOrDefault(report => report.Kind is EventKind.Attack or EventKind.Disaster or EventKind.Crime && report.Status is EventStatus.Occurred or EventStatus.Ongoing
            && report.Span.Start < LeadLength);

    private static Report OfHeadline(Report report, string title, Report? about) => report with
    {
        About = report.Casualties is { Cumulative: true } ? null : about?.Id,
        OccurredOn = about?.OccurredOn,
        Contexts = about?.Contexts ?? report.Contexts,
        Span = s_none,
        Sentence = s_none,
        Quote = title,
        Also = [],
        Rule = "headline: " + report.Rule,
        Evidence = [.. report.Evidence.Select(slot => slot with { Span = null })],
    };

    /// <summary>Whether a headline has a word of harm at all; most have none, and need no reading.</summary>
    private static bool MayTell(string title)
    {
        for (var at = 0; at < title.Length;)
        {
            var end = at;
            while (end < title.Length && (char.IsLetter(title[end]) || title[end] is '\'' or '’')) end++;
            if (end > at && Vocabulary.Find(title.AsSpan(at, end - at)) is var word && (word.Is(Vocabulary.HarmSenses) || word.Is(Cue.Hospital | Cue.Condition))) return true;
            at = end + 1;
        }
        return false;
    }

    /// <summary>Whether the text gives any figure of a measure, or of killed and injured together.</summary>
    private static bool Tells(IReadOnlyList<Report> reports, CasualtyMeasure measure) =>
        reports.Any(report => report.Casualties is { } known && known.Count.Low is not 0 && (known.Measure == measure || known.Measure == CasualtyMeasure.Casualties));

    /// <summary>Whether the text gives a figure that can be the headline's ("more than 50" for its 50), or the headline names one in passing.</summary>
    private static bool IsGiven(FigureReading reading, IReadOnlyList<Report> reports) =>
        reading.Figure.Count.Low is null or 0 || reading.Sort is PeopleSort.Pronoun
        || reports.Any(report => report.Casualties is { } known && known.Measure == reading.Figure.Measure && known.Count.Overlaps(reading.Figure.Count));
}
