using Aggregator.Intake;
using Xunit;

namespace Aggregator.Extraction;

public class ExtractorTests
{
    [Fact]
    public void Extract_TextThatRepeatsItsHeadline_GivesEveryReportAnIdOfItsOwn()
    {
        // Read alone it tells of six who are hurt; the text goes on to say that two of them died.
        const string Headline = "6 shot at a fair in Lima";
        var document = new Document
        {
            Article = ArticleId.Parse("a-1"), Revision = 1, Published = new DateOnly(2026, 3, 5), Outlet = "Reed", Title = Headline,
            Text = Headline + "\n\nSix people were shot at a fair on Monday, police said. Two of them died.",
        };
        var told = Extractor.Load().Extract(document, TestContext.Current.CancellationToken);
        Assert.NotEmpty(told);
        Assert.DoesNotContain(told, report => report.Casualties is { Measure: CasualtyMeasure.Injured, Count.Low: 6 });
        Assert.Distinct(told.Select(report => report.Id));
    }
}
