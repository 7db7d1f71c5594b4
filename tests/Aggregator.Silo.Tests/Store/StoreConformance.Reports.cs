using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Erase_WithdrawnArticle_TakesItsWordsAndLeavesTheFacts()
    {
        await Store.SubmitAsync([Samples.Submission(1), Samples.Submission(1, "Another text."), Samples.Withdrawal(1)], Samples.Noon, Token);
        var told = Samples.EventOf(1) with { Headline = Samples.ReportOf(1).Quote };
        await RecordAsync(Samples.Article(1), 2, "v1", [Samples.Blocked(1)]);
        await Store.AppendBlockAsync(new BlockAppend(Samples.Block, 0, [told], [new AssignedDelivery(Samples.Delivery(1), Samples.Event(1))]), Token);
        await RecordAsync(Samples.Article(1), 3, "v1", []);
        await Store.AppendBlockAsync(new BlockAppend(Samples.Block, 1, [told with { Revision = 2 }], [new AssignedDelivery(Samples.Delivery(1, 3, retracted: true), Samples.Event(1))]), Token);
        await Store.EraseAsync(Samples.Article(1), 3, Token);
        await Store.EraseAsync(Samples.Article(1), 3, Token);
        await ReopenAsync();
        var report = (await Store.ReadReportAsync(Samples.Report(1), Token))!;
        Assert.Equal(("", Samples.ReportOf(1).Kind), (report.Quote, report.Kind));
        foreach (var asOf in (DateTimeOffset?[])[Samples.Noon.AddHours(1), null])
            Assert.DoesNotContain("two ministers", (await Store.ReadEventAsync(Samples.Event(1), asOf, Token))!.Headline, StringComparison.Ordinal);
        Assert.True((await Store.ReadArticleAsync(Samples.Article(1), Token))!.Withdrawn);
    }

    [Fact]
    public async Task RecordReports_First_StandInTheOrderOfTheirSpans()
    {
        Assert.Empty(await RecordAsync(Samples.Article(1), 1, "v1", [Samples.Blocked(1, start: 50), Samples.Blocked(2, start: 7)]));
        Assert.Equal([Samples.Report(2), Samples.Report(1)], (await Store.ReadReportsAsync(Samples.Article(1), Token)).Select(report => report.Id));
        Assert.Empty(await Store.ReadReportsAsync(Samples.Article(2), Token));
        Assert.Null(await Store.ReadReportAsync(Samples.Report(3), Token));
    }

    [Fact]
    public async Task ReadReport_Any_ComesBackWhole()
    {
        var report = Samples.ReportOf(1, start: 3, confidence: 0);
        await RecordAsync(Samples.Article(1), 1, "v1", [new BlockedReport(report, Samples.Block)]);
        AssertSame(report, (await Store.ReadReportAsync(report.Id, Token))!);
    }

    [Fact]
    public async Task RecordReports_LaterRevision_RetractsWhatItNoLongerSays()
    {
        await RecordAsync(Samples.Article(1), 1, "v1", [Samples.Blocked(1), Samples.Blocked(2, "aid|BOR")]);
        var retracted = await RecordAsync(Samples.Article(1), 2, "v1", [Samples.Blocked(1, confidence: 0.5), Samples.Blocked(3)]);
        Assert.Equal([(Samples.Report(2), BlockKey.Parse("aid|BOR"))], retracted.Select(item => (item.Report.Id, item.Block)));
        Assert.Equal([Samples.Report(1), Samples.Report(3)], (await Store.ReadReportsAsync(Samples.Article(1), Token)).Select(report => report.Id));
        Assert.Equal(0.5, (await Store.ReadReportAsync(Samples.Report(1), Token))!.Confidence);
        Assert.NotNull(await Store.ReadReportAsync(Samples.Report(2), Token));
    }

    [Fact]
    public async Task RecordReports_SaidAgain_ReturnsTheSameAndChangesNothing()
    {
        await RecordAsync(Samples.Article(1), 1, "v1", [Samples.Blocked(1), Samples.Blocked(2)]);
        var first = await RecordAsync(Samples.Article(1), 2, "v1", [Samples.Blocked(3)]);
        var standing = await Store.ReadReportsAsync(Samples.Article(1), Token);
        for (var round = 0; round < 3; round++)
        {
            await ReopenAsync();
            AssertSame(first, await RecordAsync(Samples.Article(1), 2, "v1", [Samples.Blocked(3)]));
            AssertSame(standing, await Store.ReadReportsAsync(Samples.Article(1), Token));
        }

        Assert.Equal(2, first.Count);
    }

    [Fact]
    public async Task RecordReports_EarlierRevision_ChangesNothing()
    {
        await RecordAsync(Samples.Article(1), 1, "v1", [Samples.Blocked(1)]);
        await RecordAsync(Samples.Article(1), 2, "v1", [Samples.Blocked(2)]);
        Assert.Empty(await RecordAsync(Samples.Article(1), 1, "v1", [Samples.Blocked(1)]));
        Assert.Equal([Samples.Report(2)], (await Store.ReadReportsAsync(Samples.Article(1), Token)).Select(report => report.Id));
    }

    [Fact]
    public async Task RecordReports_SaidOnceMore_StandsAgainAndCanBeRetractedAgain()
    {
        await RecordAsync(Samples.Article(1), 1, "v1", [Samples.Blocked(1)]);
        await RecordAsync(Samples.Article(1), 2, "v1", []);
        Assert.Empty(await RecordAsync(Samples.Article(1), 3, "v1", [Samples.Blocked(1)]));
        Assert.Single(await Store.ReadReportsAsync(Samples.Article(1), Token));
        Assert.Single(await RecordAsync(Samples.Article(1), 4, "v1", []));
        Assert.Empty(await Store.ReadReportsAsync(Samples.Article(1), Token));
    }

    [Fact]
    public async Task RecordReports_FallsIntoAnotherBlock_IsRetractedFromTheFormer()
    {
        await RecordAsync(Samples.Article(1), 1, "v1", [Samples.Blocked(1, "aid|BOR")]);
        var retracted = await RecordAsync(Samples.Article(1), 2, "v1", [Samples.Blocked(1, "call|BOR", confidence: 0.5)]);
        Assert.Equal([(Samples.Report(1), BlockKey.Parse("aid|BOR"))], retracted.Select(item => (item.Report.Id, item.Block)));
        Assert.Single(await Store.ReadReportsAsync(Samples.Article(1), Token));
        Assert.Equal(0.5, (await Store.ReadReportAsync(Samples.Report(1), Token))!.Confidence);
    }

    [Fact]
    public async Task RecordReports_RetractionThatNoBlockHeard_IsToldByTheNextRevision()
    {
        await RecordAsync(Samples.Article(1), 1, "v1", [Samples.Blocked(1), Samples.Blocked(2)]);
        Assert.True(await Store.AppendBlockAsync(Append(0, [Samples.EventOf(1)], Assigned(1, 1), Assigned(2, 1)), Token));
        // The server dies when revision 2 is recorded, and revision 3 arrives before it starts again.
        await RecordAsync(Samples.Article(1), 2, "v1", []);
        Assert.Equal([Samples.Report(1), Samples.Report(2)], (await RecordAsync(Samples.Article(1), 3, "v1", [])).Select(item => item.Report.Id));
        // One of the two is heard; the other is still to be told.
        var heard = new AssignedDelivery(Samples.Delivery(1, revision: 3, retracted: true), Samples.Event(1));
        Assert.True(await Store.AppendBlockAsync(Append(1, [Samples.EventOf(1, 2)], heard), Token));
        Assert.Equal([Samples.Report(2)], (await RecordAsync(Samples.Article(1), 4, "v1", [])).Select(item => item.Report.Id));
    }

    /// <summary>Compares by what is written of them: records with arrays are not equal member by member.</summary>
    private static void AssertSame<T>(T expected, T actual) =>
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(expected), System.Text.Json.JsonSerializer.Serialize(actual));

    [Fact]
    public async Task RecordReports_OfSeveralArticles_RetractsOfEachItsOwn()
    {
        await Store.RecordReportsAsync("v1", [Read(1, 1, Samples.Blocked(1), Samples.Blocked(2)), Read(2, 1, Samples.Blocked(3)), Read(3, 5, Samples.Blocked(4))], Token);
        var recorded = await Store.RecordReportsAsync("v1", [Read(3, 4), Read(1, 2, Samples.Blocked(2)), Read(2, 2)], Token);
        Assert.Equal([Samples.Article(3), Samples.Article(1), Samples.Article(2)], recorded.Select(read => read.Article));
        Assert.Equal([[], [Samples.Report(1)], [Samples.Report(3)]], recorded.Select(read => read.Retracted.Select(item => item.Report.Id)));
        Assert.Equal([[Samples.Report(2)], [], [Samples.Report(4)]], await Task.WhenAll(((int[])[1, 2, 3]).Select(StandingAsync)));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.RecordReportsAsync("v1", [Read(1, 3), Read(1, 3)], Token));
    }

    [Fact]
    public async Task ReadRecorded_SameVersionAndRevision_IsWhatWasRecordedAndNothingElse()
    {
        await Store.RecordReportsAsync("v1", [Read(1, 1, Samples.Blocked(1), Samples.Blocked(2)), Read(2, 1, Samples.Blocked(3)), Read(4, 1)], Token);
        var recorded = await Store.RecordReportsAsync("v1", [Read(1, 2, Samples.Blocked(2, "aid|BOR"))], Token);
        await ReopenAsync();
        Dictionary<ArticleId, int> asked = new() { [Samples.Article(1)] = 2, [Samples.Article(2)] = 2, [Samples.Article(3)] = 1, [Samples.Article(4)] = 1 };
        var known = await Store.ReadRecordedAsync("v1", asked, Token);
        Assert.Equal([Samples.Article(1), Samples.Article(4)], known.Select(read => read.Article).OrderBy(article => article.Value, StringComparer.Ordinal));
        AssertSame(recorded[0], known.Single(read => read.Article == Samples.Article(1)));
        Assert.Empty(await Store.ReadRecordedAsync("v2", asked, Token));
    }

    private static ArticleReports Read(int article, int revision, params BlockedReport[] reports) => new(Samples.Article(article), revision, reports);

    private async Task<IEnumerable<ReportId>> StandingAsync(int article) => (await Store.ReadReportsAsync(Samples.Article(article), Token)).Select(report => report.Id);

    private async Task<IReadOnlyList<BlockedReport>> RecordAsync(ArticleId article, int revision, string version, IReadOnlyList<BlockedReport> reports) =>
        (await Store.RecordReportsAsync(version, [new ArticleReports(article, revision, reports)], Token))[0].Retracted;
}
