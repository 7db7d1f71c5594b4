using Aggregator.Intake;
using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Submit_New_IsAcceptedAndReadBackWhole()
    {
        var submission = Samples.Submission(1) with { Source = SourceId.Parse("harbour"), PublishedAt = new DateTimeOffset(2026, 3, 14, 9, 30, 0, TimeSpan.FromHours(2)) };
        Assert.Equal([new SubmitOutcome(submission.Id, SubmitResult.Accepted, 1)], await Store.SubmitAsync([submission], Samples.Noon, Token));
        var expected = new Article
        {
            Id = submission.Id, Revision = 1, Source = submission.Source, Url = submission.Url, Outlet = submission.Outlet,
            PublishedAt = submission.PublishedAt, ReceivedAt = Samples.Noon, Title = submission.Title, Text = submission.Text!,
        };
        Assert.Equal(expected, await Store.ReadArticleAsync(submission.Id, Token));
        Assert.Equal(TimeSpan.Zero, (await Store.ReadArticleAsync(submission.Id, Token))!.PublishedAt.Offset);
    }

    [Fact]
    public async Task Submit_Equal_IsADuplicateAndWaitsOnce()
    {
        await Store.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token);
        var again = Samples.Submission(1) with { TraceParent = null, Source = SourceId.Parse("other") };
        Assert.Equal([new SubmitOutcome(again.Id, SubmitResult.Duplicate, 1)], await Store.SubmitAsync([again], Samples.Noon.AddDays(1), Token));
        Assert.Equal(new InboxLag(1, Samples.Noon), await Store.ReadLagAsync(Token));
    }

    [Theory, InlineData("title"), InlineData("text"), InlineData("outlet"), InlineData("url"), InlineData("published")]
    public async Task Submit_AnyContentChanged_IsTheNextRevision(string change)
    {
        var first = Samples.Submission(1);
        var second = change switch
        {
            "title" => first with { Title = "" },
            "text" => first with { Text = "" },
            "outlet" => first with { Outlet = null },
            "url" => first with { Url = null },
            _ => first with { PublishedAt = first.PublishedAt.AddTicks(1) },
        };
        await Store.SubmitAsync([first], Samples.Noon, Token);
        Assert.Equal([new SubmitOutcome(first.Id, SubmitResult.Revised, 2)], await Store.SubmitAsync([second], Samples.Noon, Token));
        var standing = (await Store.ReadArticleAsync(first.Id, Token))!;
        Assert.Equal((second.Title, second.Text, second.Outlet, second.Url, second.PublishedAt, 2),
            (standing.Title, standing.Text, standing.Outlet, standing.Url, standing.PublishedAt, standing.Revision));
    }

    [Fact]
    public async Task Submit_PartsThatJoinToTheSameText_AreNotEqual()
    {
        await Store.SubmitAsync([Samples.Submission(1) with { Title = "ab", Outlet = "c" }], Samples.Noon, Token);
        var outcome = await Store.SubmitAsync([Samples.Submission(1) with { Title = "a", Outlet = "bc" }], Samples.Noon, Token);
        Assert.Equal(SubmitResult.Revised, outcome[0].Result);
    }

    [Fact]
    public async Task Submit_SameArticleTwiceInABatch_IsTakenInOrder()
    {
        var outcomes = await Store.SubmitAsync([Samples.Submission(1), Samples.Submission(1), Samples.Submission(1, "Changed."), Samples.Withdrawal(1)], Samples.Noon, Token);
        Assert.Equal([SubmitResult.Accepted, SubmitResult.Duplicate, SubmitResult.Revised, SubmitResult.Withdrawn], outcomes.Select(outcome => outcome.Result));
        Assert.Equal([1, 1, 2, 3], outcomes.Select(outcome => outcome.Revision));
    }

    [Fact]
    public async Task Submit_EmptyBatch_ChangesNothing()
    {
        Assert.Empty(await Store.SubmitAsync([], Samples.Noon, Token));
        Assert.Equal(new InboxLag(0, null), await Store.ReadLagAsync(Token));
    }

    [Fact]
    public async Task Withdraw_Known_LeavesARevisionWithoutText()
    {
        await Store.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token);
        Assert.Equal([new SubmitOutcome(Samples.Article(1), SubmitResult.Withdrawn, 2)], await Store.SubmitAsync([Samples.Withdrawal(1)], Samples.Noon.AddHours(1), Token));
        var article = (await Store.ReadArticleAsync(Samples.Article(1), Token))!;
        Assert.Equal((true, "", "It was about another minister.", "Ministers talk, 1", "Harbour Herald", Samples.Noon.AddMinutes(1), Samples.Noon.AddHours(1)),
            (article.Withdrawn, article.Text, article.Reason, article.Title, article.Outlet, article.PublishedAt, article.ReceivedAt));
    }

    [Fact]
    public async Task Withdraw_Again_IsADuplicate()
    {
        await Store.SubmitAsync([Samples.Submission(1), Samples.Withdrawal(1)], Samples.Noon, Token);
        Assert.Equal([new SubmitOutcome(Samples.Article(1), SubmitResult.Duplicate, 2)], await Store.SubmitAsync([Samples.Withdrawal(1)], Samples.Noon, Token));
    }

    [Fact]
    public async Task Withdraw_Unknown_KeepsNothing()
    {
        Assert.Equal([new SubmitOutcome(Samples.Article(1), SubmitResult.Unknown, 0)], await Store.SubmitAsync([Samples.Withdrawal(1)], Samples.Noon, Token));
        Assert.Null(await Store.ReadArticleAsync(Samples.Article(1), Token));
        Assert.Equal(0, (await Store.ReadLagAsync(Token)).PendingCount);
    }

    [Fact]
    public async Task Submit_WithdrawnBefore_IsRevisedAndStandsAgain()
    {
        await Store.SubmitAsync([Samples.Submission(1), Samples.Withdrawal(1)], Samples.Noon, Token);
        Assert.Equal([new SubmitOutcome(Samples.Article(1), SubmitResult.Revised, 3)], await Store.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token));
        var article = (await Store.ReadArticleAsync(Samples.Article(1), Token))!;
        Assert.Equal((false, Samples.Submission(1).Text, null), (article.Withdrawn, article.Text, article.Reason));
    }

    [Fact]
    public async Task ReadInbox_Rows_AscendWithTheStandingArticle()
    {
        var partition = PartitionRule.Of(Samples.Article(1), Store.PartitionCount);
        await Store.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token);
        await Store.SubmitAsync([Samples.Submission(1, "Changed.") with { TraceParent = null }], Samples.Noon, Token);
        var rows = await Store.ReadInboxAsync(partition, 0, 10, Token);
        Assert.Equal([(1, 2), (2, 2)], rows.Select(row => (row.Revision, row.Article.Revision)));
        Assert.Equal([Samples.Submission(1).TraceParent, null], rows.Select(row => row.TraceParent));
        Assert.All(rows, row => Assert.Equal("Changed.", row.Article.Text));
        Assert.True(0 < rows[0].Sequence && rows[0].Sequence < rows[1].Sequence);
        Assert.Equal(rows.Take(1), await Store.ReadInboxAsync(partition, 0, 1, Token));
        Assert.Equal(rows.Skip(1), await Store.ReadInboxAsync(partition, rows[0].Sequence, 10, Token));
    }

    [Fact]
    public async Task MoveCursor_FromWhereItStands_MovesAndLeavesTheRest()
    {
        var partition = PartitionRule.Of(Samples.Article(1), Store.PartitionCount);
        await Store.SubmitAsync([Samples.Submission(1), Samples.Submission(1, "Changed.")], Samples.Noon, Token);
        var rows = await Store.ReadInboxAsync(partition, 0, 10, Token);
        Assert.Equal(0, await Store.ReadCursorAsync(partition, Token));
        Assert.True(await Store.MoveCursorAsync(partition, 0, rows[0].Sequence, Token));
        Assert.Equal(rows[0].Sequence, await Store.ReadCursorAsync(partition, Token));
        Assert.Equal(rows.Skip(1), await Store.ReadInboxAsync(partition, rows[0].Sequence, 10, Token));
        Assert.Equal(new InboxLag(1, Samples.Noon), await Store.ReadLagAsync(Token));
    }

    [Fact]
    public async Task MoveCursor_FromElsewhere_IsRefusedAndMovesNothing()
    {
        await Store.SubmitAsync([Samples.Submission(1), Samples.Submission(1, "Changed.")], Samples.Noon, Token);
        var partition = PartitionRule.Of(Samples.Article(1), Store.PartitionCount);
        Assert.True(await Store.MoveCursorAsync(partition, 0, 1, Token));
        Assert.False(await Store.MoveCursorAsync(partition, 0, 2, Token));
        Assert.Equal((1L, 1L), (await Store.ReadCursorAsync(partition, Token), (await Store.ReadLagAsync(Token)).PendingCount));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.MoveCursorAsync(partition, 1, 1, Token));
    }

    [Fact]
    public async Task MoveCursor_BeyondTheLastRow_IsRefusedAndPassesNothingOver()
    {
        var partition = PartitionRule.Of(Samples.Article(1), Store.PartitionCount);
        Assert.False(await Store.MoveCursorAsync(partition, 0, 1, Token));
        await Store.SubmitAsync([Samples.Submission(1)], Samples.Noon, Token);
        Assert.False(await Store.MoveCursorAsync(partition, 0, 1_000_000, Token));
        Assert.Single(await Store.ReadInboxAsync(partition, 0, 10, Token));
    }

    [Fact]
    public async Task ReadLag_ManyPartitions_CountsAllAndFindsTheOldest()
    {
        await Store.SubmitAsync([Samples.Submission(100)], Samples.Noon, Token);
        await Store.SubmitAsync([.. Enumerable.Range(0, 50).Select(number => Samples.Submission(number))], Samples.Noon.AddHours(1), Token);
        Assert.Equal(new InboxLag(51, Samples.Noon), await Store.ReadLagAsync(Token));
    }

    [Fact]
    public async Task Partition_OutOfRange_IsRefused()
    {
        foreach (var partition in (int[])[-1, Store.PartitionCount])
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadCursorAsync(partition, Token));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadInboxAsync(partition, 0, 1, Token));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.MoveCursorAsync(partition, 0, 1, Token));
        }

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadInboxAsync(0, 0, 0, Token));
    }

    [Fact]
    public async Task Reopen_Inbox_IsAsItWas()
    {
        await Store.SubmitAsync([.. Enumerable.Range(0, 20).Select(number => Samples.Submission(number))], Samples.Noon, Token);
        var partition = PartitionRule.Of(Samples.Article(3), Store.PartitionCount);
        var rows = await Store.ReadInboxAsync(partition, 0, 100, Token);
        var (lag, partitionCount) = (await Store.ReadLagAsync(Token), Store.PartitionCount);
        await ReopenAsync();
        Assert.Equal(rows, await Store.ReadInboxAsync(partition, 0, 100, Token));
        Assert.Equal((lag, partitionCount), (await Store.ReadLagAsync(Token), Store.PartitionCount));
        Assert.NotEmpty(rows);
    }
}
