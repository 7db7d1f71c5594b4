using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    private static StoredRereading Rereading(long number, int? after = null, bool paused = false) => new(
        number, "v2", after is { } last ? Samples.Article(last) : null, TotalCount: 3, ReadCount: number, paused, Samples.Noon, number > 8 ? Samples.Noon.AddHours(1) : null);

    [Fact]
    public async Task PutRereading_InTurn_IsReadBackWhole()
    {
        Assert.Null(await Store.ReadRereadingAsync(Token));
        foreach (var state in (StoredRereading[])[Rereading(1), Rereading(2, after: 7, paused: true)])
        {
            Assert.True(await Store.PutRereadingAsync(state, [], Samples.Noon, Token));
            await ReopenAsync();
            Assert.Equal(state, await Store.ReadRereadingAsync(Token));
        }
    }

    [Fact]
    public async Task PutRereading_NumberThatDoesNotFollow_WritesNothing()
    {
        await Store.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token);
        Assert.False(await Store.PutRereadingAsync(Rereading(2), [Samples.Article(1)], Samples.Noon, Token));
        Assert.True(await Store.PutRereadingAsync(Rereading(1), [], Samples.Noon, Token));
        foreach (var number in (long[])[1, 3]) Assert.False(await Store.PutRereadingAsync(Rereading(number), [Samples.Article(1)], Samples.Noon, Token));
        Assert.Equal(1, (await Store.ReadLagAsync(Token)).PendingCount);
    }

    [Fact]
    public async Task PutRereading_Articles_WaitInTheirPartitionsAsTheyStand()
    {
        await Store.SubmitAsync([Samples.Submission(1), Samples.Submission(2), Samples.Submission(1, "Said anew.")], Samples.Noon, Token);
        await TakeAllAsync();
        Assert.True(await Store.PutRereadingAsync(Rereading(1), [Samples.Article(1), Samples.Article(2), Samples.Article(3)], Samples.Noon.AddHours(1), Token));
        var rows = await TakeAllAsync();
        Assert.Equal([(Samples.Article(1), 2, "Said anew."), (Samples.Article(2), 1, Samples.Submission(2).Text!)],
            rows.OrderBy(row => row.Article.Id.Value, StringComparer.Ordinal).Select(row => (row.Article.Id, row.Revision, row.Article.Text)));
        Assert.Equal(0, (await Store.ReadLagAsync(Token)).PendingCount);
        await Store.SubmitAsync([Samples.Submission(1, "And again.")], Samples.Noon, Token);
        Assert.Equal(3, Assert.Single(await TakeAllAsync()).Revision);
    }

    [Fact]
    public async Task ReadStaleArticles_OfOtherVersions_InPagesWithoutTheWithdrawn()
    {
        await Store.SubmitAsync([.. Enumerable.Range(1, 6).Select(number => Samples.Submission(number))], Samples.Noon, Token);
        foreach (var (number, version) in ((int, string)[])[(1, "v1"), (2, "v2"), (3, "v1"), (4, "v1"), (5, "v0")])
            await RecordAsync(Samples.Article(number), 1, version, []);
        await Store.SubmitAsync([Samples.Withdrawal(4)], Samples.Noon, Token);
        Assert.Equal([Samples.Article(1), Samples.Article(3)], await Store.ReadStaleArticlesAsync("v2", null, 2, Token));
        Assert.Equal([Samples.Article(5)], await Store.ReadStaleArticlesAsync("v2", Samples.Article(3), 2, Token));
        Assert.Equal(3, await Store.CountStaleArticlesAsync("v2", Token));
        await RecordAsync(Samples.Article(3), 1, "v2", []);
        Assert.Equal(2, await Store.CountStaleArticlesAsync("v2", Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadStaleArticlesAsync("v2", null, 0, Token));
    }

    [Fact]
    public async Task RecordReports_SameRevisionReadOtherwise_RetractsWhatIsGone()
    {
        await RecordAsync(Samples.Article(1), 1, "v1", [Samples.Blocked(1), Samples.Blocked(2)]);
        var retracted = await RecordAsync(Samples.Article(1), 1, "v2", [Samples.Blocked(2), Samples.Blocked(3)]);
        Assert.Equal([Samples.Report(1)], retracted.Select(item => item.Report.Id));
        Assert.Equal([Samples.Report(2), Samples.Report(3)], (await Store.ReadReportsAsync(Samples.Article(1), Token)).Select(report => report.Id));
    }

    private async Task<List<InboxRow>> TakeAllAsync()
    {
        var rows = new List<InboxRow>();
        for (var partition = 0; partition < Store.PartitionCount; partition++)
        {
            var cursor = await Store.ReadCursorAsync(partition, Token);
            var waiting = await Store.ReadInboxAsync(partition, cursor, 100, Token);
            if (waiting.Count > 0) Assert.True(await Store.MoveCursorAsync(partition, cursor, waiting[^1].Sequence, Token));
            rows.AddRange(waiting);
        }
        return rows;
    }
}
