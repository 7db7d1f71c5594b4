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

    [Theory]
    [InlineData("A strong earthquake shook the north of Chile on Monday. The tremor struck at dawn, when most people were asleep. The quake was felt in Peru.", "quake")]
    [InlineData("Floods hit the south of Ghana on Monday. The flooding destroyed two bridges.", "flood")]
    [InlineData("An earthquake shook Chile on Monday as aftershocks rattled the coast.", "quake")]
    public void Extract_DisasterToldAgain_IsOne(string text, string mode) => Assert.Equal(mode, Assert.Single(Told.By(text), report => report.Kind == EventKind.Disaster).Mode);

    [Theory]
    [InlineData("An earthquake hit Chile on Monday. A second earthquake hit the coast of Peru.")]
    [InlineData("An earthquake hit Chile on Monday. An aftershock hit the coast at noon.")]
    [InlineData("An earthquake hit Chile on Monday. The last earthquake of this size struck the country in 1985.")]
    public void Extract_AnotherDisaster_IsToldApart(string text) => Assert.Equal(2, Told.By(text).Count(report => report.Kind == EventKind.Disaster));

    [Theory]
    [InlineData("The earthquake claimed no lives.", "occurred")]
    [InlineData("The storm did not hit the coast.", "denied")]
    public void Extract_WhatADisasterSpared_DeniesNoDisaster(string text, string status) =>
        Assert.Equal(status, Wire.WireName.From(Assert.Single(Told.By(text), report => report.Kind == EventKind.Disaster).Status));

    [Theory]
    [InlineData("The death toll from flooding in Ghana rose to 34 on Tuesday, the ministry said.", EventKind.Disaster)]
    [InlineData("Divers recovered five bodies on Tuesday from a ferry that sank off Ghana.", EventKind.Disaster)]
    [InlineData("The United Nations on Tuesday condemned the shelling of a village in Ghana.", EventKind.Attack)]
    public void Extract_DayOfWhatCameAfter_IsNotTheDayOfTheHarm(string text, EventKind kind) =>
        Assert.Null(Assert.Single(Told.By(text), report => report.Kind == kind).OccurredOn);

    [Theory]
    [InlineData("The presidents of Chad and Togo are to talk by telephone on Tuesday.", "2025-03-18")]
    [InlineData("The presidents of Chad and Togo will talk by telephone on Tuesday.", "2025-03-18")]
    [InlineData("The presidents of Chad and Togo spoke by telephone on Tuesday.", "2025-03-11")]
    [InlineData("The presidents of Chad and Togo were to talk by telephone on Tuesday.", "2025-03-11")]
    public void Extract_Weekday_LiesAheadOfAPlan(string text, string day) =>
        Assert.Equal(day, Assert.Single(Told.By(text), report => report.Kind == EventKind.Call).OccurredOn.ToString());

    [Theory]
    [InlineData("Presidents Ann Roe of Chad and Jan Berg of Togo spoke by telephone on Monday.")]
    [InlineData("Chad's president, Ann Roe, is ill, and so is Togo's president, Jan Berg. Both heads of state spoke by telephone on Monday.")]
    public void Extract_TwoHeadsOfState_AreBothOfTheCall(string text) =>
        Assert.Equal("TCD,TGO", Told.Codes(Assert.Single(Told.By(text), report => report.Kind == EventKind.Call).Actors));

    [Fact]
    public void Extract_FiguresOfNoToldHappening_BelongTogether()
    {
        var figures = Told.By("Nine people have died, the ministry said. Forty were injured. Twelve are missing.");
        Assert.Equal([null, figures[0].Id, figures[0].Id], figures.Select(figure => figure.About));
    }

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
