using Aggregator.Intake;
using Xunit;

namespace Aggregator.Extraction;

public class ExtractorTests
{
    [Fact]
    public void Extract_TextThatRepeatsItsHeadline_GivesEveryReportAnIdOfItsOwn()
    {
        const string Headline = "Two people were killed and five were injured in a fire in Lima.";
        var document = new Document
        {
            Article = ArticleId.Parse("a-1"), Revision = 1, Published = new DateOnly(2026, 3, 5), Outlet = "Reed", Title = Headline,
            Text = Headline + " The fire broke out in a market on Wednesday, the mayor said.",
        };
        var told = Extractor.Load().Extract(document, TestContext.Current.CancellationToken);
        Assert.NotEmpty(told);
        Assert.Distinct(told.Select(report => report.Id));
    }
}
