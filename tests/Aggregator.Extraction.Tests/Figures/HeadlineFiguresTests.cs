using Aggregator.Intake;
using Xunit;

namespace Aggregator.Extraction.Figures;

public sealed class HeadlineFiguresTests
{
    private static readonly Lazy<Extractor> s_extractor = new(() => Extractor.Load());

    private static List<Report> Figures(string title, string text) =>
    [
        .. s_extractor.Value.Extract(new Document
        {
            Article = ArticleId.Parse("a-1"), Revision = 1, Published = new DateOnly(2026, 3, 5), Outlet = "Lake Daily", Title = title, Text = text,
        }, TestContext.Current.CancellationToken).Where(report => report.Casualties is not null),
    ];

    [Fact]
    public void Extract_FigureOfTheHeadlineAlone_QuotesTheHeadline()
    {
        var figure = Assert.Single(Figures("Six wounded in ferry crash", "The ferry hit a pier on Tuesday. The harbour master has opened an inquiry."));
        Assert.Equal((CasualtyMeasure.Injured, CountRange.Exactly(6)), (figure.Casualties!.Measure, figure.Casualties.Count));
        Assert.Equal("Six wounded in ferry crash", figure.Quote);
        Assert.Equal((0, 0), (figure.Span.Length, figure.Sentence.Length));
        Assert.StartsWith("headline: ", figure.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_FigureOfTheHeadlineAlone_BelongsToWhatTheArticleBeginsWith()
    {
        var reports = s_extractor.Value.Extract(new Document
        {
            Article = ArticleId.Parse("a-1"), Revision = 1, Published = new DateOnly(2026, 3, 5), Title = "Six wounded in ferry crash", Text = "A ferry sank off Ghana on Tuesday.",
        }, TestContext.Current.CancellationToken);
        Assert.Equal(reports.Single(report => report.Kind == EventKind.Disaster).Id, reports.Single(report => report.Casualties is not null).About);
    }

    [Theory]
    [InlineData("Six wounded in ferry crash", "Six sailors were wounded when a ferry hit a pier on Tuesday.")]
    [InlineData("Six wounded in ferry crash", "More than five sailors were wounded when a ferry hit a pier on Tuesday.")]
    [InlineData("Ferry company opens inquiry", "Six sailors were wounded when a ferry hit a pier on Tuesday.")]
    public void Extract_FigureThatTheTextGives_IsNotGivenTwice(string title, string text) =>
        Assert.NotEqual(0, Assert.Single(Figures(title, text)).Span.Length);

    [Fact]
    public void Extract_RepeatedHeadlineWhoseFigureTheTextLacks_IsReadAlone() =>
        Assert.NotEmpty(Figures("Boy, 7, lucky to be alive after shooting himself", "Boy, 7, lucky to be alive after shooting himself\n\nPhoto: Reed\n\nThe boy is at home."));

    [Fact]
    public void Extract_FigureThatTheTextContradicts_StandsBesideIt() =>
        Assert.Equal([8, 6], Figures("Eight wounded in ferry crash", "Six sailors were wounded when a ferry hit a pier.").Select(report => report.Casualties!.Count.Low!.Value));
}
