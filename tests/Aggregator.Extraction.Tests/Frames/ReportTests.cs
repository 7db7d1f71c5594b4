using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class ReportTests
{
    private const string Story = "Russia bombed the port of Odesa in Ukraine on Monday. The attack killed 12 people, officials said. Germany condemned the attack.";

    [Fact]
    public void Extract_SameDocumentTwice_GivesTheSameIds() =>
        Assert.Equal(Told.By(Story).Select(report => report.Id), Told.By(Story).Select(report => report.Id));

    [Fact]
    public void Extract_FigureBesideWhatIsToldInPassing_BelongsToTheProtest()
    {
        var told = Told.By("Thousands of people marched through Lima in Peru on Monday. Nine people were injured. The mayor wants the money to repair bridges damaged by a cyclone.");
        Assert.Equal(told.Single(report => report.Kind == EventKind.Protest).Id, told.Single(report => report.Casualties is not null).About);
    }

    [Theory]
    [InlineData("An earlier version of this story said that Russia bombed Odesa and killed 15 people.")]
    [InlineData("Correction: this report originally gave the number of people killed in Odesa as 15.")]
    public void Extract_NoticeOfACorrection_RepeatsNothing(string notice)
    {
        Assert.NotEmpty(Told.By("Russia bombed Odesa and killed 15 people."));
        Assert.Empty(Told.By(notice));
    }

    [Fact]
    public void Extract_ThoseWhoAreCounted_AreNoClaimant() =>
        Assert.All(Told.By("Thirty-four people drowned and six have not been found."), report => Assert.Null(report.Claimant));

    [Fact]
    public void Extract_FigureBesideAnArrest_BelongsToTheAttack()
    {
        var told = Told.By("A bomb exploded at a market in Mombasa in Kenya on Monday. Smoke hung over the quay until the evening. Police arrested two men. Nine people died.");
        Assert.Equal(told.Single(report => report.Kind == EventKind.Attack).Id, told.Single(report => report.Casualties is not null).About);
    }

    [Theory]
    [InlineData("Three men died on Tuesday.", "2025-03-11")]
    [InlineData("Three men died, the mayor said on Tuesday.", null)]
    [InlineData("The number of dead rose to three on Tuesday.", null)]
    public void Extract_FigureOfNoToldHappening_IsOfTheDayThatItsVerbCarries(string text, string? day) =>
        Assert.Equal(day, Told.By(text).Single(report => report.Casualties is not null).OccurredOn?.ToString());

    [Theory]
    [InlineData("The presidents of Chad and Togo met in Lagos on Monday, and the meeting lasted two hours.", EventKind.Meeting)]
    [InlineData("Chad imposed sanctions on Togo on Monday. The sanctions will hurt miners most, a bank said.", EventKind.Sanction)]
    [InlineData("Police in Nairobi arrested nine men on Monday. The arrests came hours after a blast.", EventKind.Coercion)]
    public void Extract_NounThatPointsBack_TellsNoSecondHappening(string text, EventKind kind) => Assert.Single(Told.By(text), report => report.Kind == kind);

    [Fact]
    public void Extract_RepeatedSentence_GivesEveryReportItsOwnId()
    {
        var ids = Told.By(string.Join('\n', Enumerable.Repeat(Story, 5))).Select(report => report.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Extract_RevisedElsewhere_KeepsTheIdOfAnAccountThatStands()
    {
        var before = Told.By(Story).First(report => report.Kind == EventKind.Attack);
        var after = Told.By("A first paragraph was added.\n" + Story).First(report => report.Kind == EventKind.Attack);
        Assert.Equal(before.Id, after.Id);
    }

    [Fact]
    public void Extract_SpansAndQuotes_LieInTheText()
    {
        foreach (var report in Told.By(Story))
        {
            Assert.InRange(report.Span.End, report.Span.Start + 1, Story.Length);
            Assert.Contains(report.Quote, Story, StringComparison.Ordinal);
            Assert.True(report.Sentence.Overlaps(report.Span));
            Assert.NotEmpty(report.Evidence);
        }
    }

    [Fact]
    public void Extract_Figure_IsAboutTheHappeningItBelongsTo()
    {
        var reports = Told.By(Story);
        var figure = Assert.Single(reports, report => report.Kind == EventKind.Casualties);
        Assert.Equal(EventKind.Attack, Assert.Single(reports, report => report.Id == figure.About).Kind);
    }

    [Fact]
    public void Extract_OneHappeningToldTwice_IsOneReport() =>
        Assert.Single(Told.By(Story), report => report.Kind == EventKind.Attack);

    [Fact]
    public void Extract_NoText_TellsNothing() => Assert.Empty(Told.By(""));

    [Fact]
    public void Extract_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => Extractor.Load().Extract(Told.Document(Story), cancelled.Token));
    }
}
