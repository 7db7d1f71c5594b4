using Aggregator.Extraction.Figures;
using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;
using Aggregator.Extraction.Time;

namespace Aggregator.Extraction.Frames;

/// <summary>Reads the reports off a parsed article.</summary>
internal sealed class ArticleReading(FrameSet frames)
{
    private readonly HappeningFinder _finder = new(frames);
    private readonly WhenReader _when = new(frames);
    private readonly ClaimantReader _claimants = new(frames);

    /// <summary>The reports, in the order of their spans.</summary>
    public IReadOnlyList<Report> Read(Document document, ReadText read, DocumentMentions mentions, CancellationToken cancellation)
    {
        var views = new List<SentenceView>(read.Count);
        for (var i = 0; i < read.Count; i++) views.Add(new SentenceView(read[i], i, mentions));
        var quotations = new Quotations(document.Text);
        quotations.Attribute(views, _claimants);
        var happenings = new List<Happening>();
        foreach (var view in views)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadSentence(view, document.Published, quotations, happenings);
        }
        Completion.Run(happenings, DocumentFocus.Of(mentions));
        var folded = HappeningFolder.Fold(happenings);
        var writer = new ReportWriter(document, views);
        return [.. folded.Select(writer.Write)];
    }

    private void ReadSentence(SentenceView view, DateOnly published, Quotations quotations, List<Happening> happenings)
    {
        var first = happenings.Count;
        _finder.Read(view, happenings);
        if (happenings.Count == first) return;
        var dates = new List<DateExpression>();
        using (var atoms = Atoms.Of(view.Sentence)) DateGrammar.Read(atoms, published, dates);
        for (var i = first; i < happenings.Count; i++)
        {
            _when.Read(view, dates, happenings[i]);
            WhereReader.Read(view, happenings[i]);
            happenings[i].Attribution = _claimants.Read(view, happenings[i].Anchor, quotations);
        }
    }
}
