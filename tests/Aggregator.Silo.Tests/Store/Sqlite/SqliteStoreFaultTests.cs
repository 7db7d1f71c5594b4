using System.Collections.Concurrent;
using Aggregator.Intake;
using Xunit;

namespace Aggregator.Store.Sqlite;

public sealed class SqliteStoreFaultTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator-store-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Submit_NoSpaceLeft_IsRefusedClearlyAndNothingAcknowledgedIsLost()
    {
        var kept = new List<ArticleId>();
        await using (var store = SqliteStores.In(_folder, options => options.SizeMegabytesMax = 2))
        {
            await store.OpenAsync(Token);
            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => FillAsync(store, kept));
            Assert.Contains("no space left", fault.Message, StringComparison.Ordinal);
            await store.PingAsync(Token);
        }

        Assert.NotEmpty(kept);
        await using var roomier = SqliteStores.In(_folder);
        await roomier.OpenAsync(Token);
        foreach (var id in kept) Assert.NotNull(await roomier.ReadArticleAsync(id, Token));
        Assert.Equal(kept.Count, (await roomier.ReadLagAsync(Token)).PendingCount);
        Assert.Equal(SubmitResult.Accepted, (await roomier.SubmitAsync([Samples.Submission(-1)], Samples.Noon, Token))[0].Result);
    }

    [Fact]
    public async Task Submit_SpaceIsBack_WritingGoesOn()
    {
        await using var store = SqliteStores.In(_folder, options => options.SizeMegabytesMax = 2);
        await store.OpenAsync(Token);
        Assert.True(await store.PutTopicAsync(Samples.Definition(1) with { Description = new string('x', 400_000) }, false, Token));
        var kept = new List<ArticleId>();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => FillAsync(store, kept));
        Assert.True(await store.DeleteTopicAsync(Samples.Topic(1), Token));
        Assert.Equal(SubmitResult.Accepted, (await store.SubmitAsync([Samples.Submission(-1)], Samples.Noon, Token))[0].Result);
        foreach (var id in kept) Assert.NotNull(await store.ReadArticleAsync(id, Token));
    }

    [Fact]
    public async Task Submit_ManyAtOnceIntoTooLittleSpace_EachIsKeptOrRefused()
    {
        await using var store = SqliteStores.In(_folder, options => options.SizeMegabytesMax = 2);
        await store.OpenAsync(Token);
        var submissions = Enumerable.Range(0, 400).Select(async number =>
        {
            try
            {
                return (await store.SubmitAsync([Large(number)], Samples.Noon, Token))[0].Id;
            }
            catch (StoreUnavailableException)
            {
                return (ArticleId?)null;
            }
        });
        var answers = await Task.WhenAll(submissions);
        Assert.Contains(null, answers);
        for (var number = 0; number < answers.Length; number++)
            Assert.Equal(answers[number] is not null, await store.ReadArticleAsync(Samples.Article(number), Token) is not null);
    }

    [Fact]
    public async Task Log_AtItsBound_IsFoldedByTheWriter()
    {
        await using var store = SqliteStores.In(_folder, options => options.LogMegabytesMax = 1);
        await store.OpenAsync(Token);
        var log = new FileInfo(Path.Combine(_folder.FullName, "aggregator.db-wal"));
        var largestBytes = 0L;
        for (var number = 0; number < 200; number++)
        {
            await store.SubmitAsync([Large(number)], Samples.Noon, Token);
            log.Refresh();
            largestBytes = Math.Max(largestBytes, log.Length);
        }

        Assert.InRange(largestBytes, 500_000, 2_000_000);
    }

    [Fact]
    public async Task Reopen_CopyTakenWhileWriting_HasAllThatWasAcknowledgedOnce()
    {
        await using var store = SqliteStores.In(_folder, options => options.GroupCountMax = 8);
        await store.OpenAsync(Token);
        var acknowledged = new ConcurrentQueue<ArticleId>();
        var producers = Enumerable.Range(0, 8).Select(producer => Task.Run(
            async () =>
            {
                for (var number = 0; number < 150; number++)
                    acknowledged.Enqueue((await store.SubmitAsync([Samples.Submission(producer * 1_000 + number)], Samples.Noon, Token))[0].Id);
            },
            Token)).ToList();
        for (var copy = 0; copy < 5; copy++)
        {
            await WaitForAsync(acknowledged, 200 * (copy + 1));
            var before = acknowledged.ToList();
            await AssertCopyHoldsAsync(before, torn: copy * 777);
        }

        await Task.WhenAll(producers);
    }

    /// <summary>What a crash at this moment leaves: the log is only appended to, so a copy of it is one of its past states.</summary>
    private async Task AssertCopyHoldsAsync(List<ArticleId> acknowledged, int torn)
    {
        var place = Directory.CreateTempSubdirectory("aggregator-copy-");
        try
        {
            Copy("aggregator.db", place);
            Copy("aggregator.db-wal", place);
            // A commit that was being written when the power went.
            await using (var log = new FileStream(Path.Combine(place.FullName, "aggregator.db-wal"), FileMode.Append))
                await log.WriteAsync(new byte[torn], Token);
            await using var store = SqliteStores.In(place);
            await store.OpenAsync(Token);
            foreach (var id in acknowledged) Assert.Equal(1, (await store.ReadArticleAsync(id, Token))!.Revision);
            var rows = new List<InboxRow>();
            for (var partition = 0; partition < store.PartitionCount; partition++) rows.AddRange(await store.ReadInboxAsync(partition, 0, 10_000, Token));
            Assert.Equal(rows.Count, rows.Select(row => row.Article.Id).Distinct().Count());
            Assert.Equal(rows.Count, (await store.ReadLagAsync(Token)).PendingCount);
            Assert.Subset(rows.Select(row => row.Article.Id).ToHashSet(), acknowledged.ToHashSet());
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private void Copy(string name, DirectoryInfo place)
    {
        using var source = new FileStream(Path.Combine(_folder.FullName, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = new FileStream(Path.Combine(place.FullName, name), FileMode.Create);
        source.CopyTo(target);
    }

    private static async Task WaitForAsync(ConcurrentQueue<ArticleId> acknowledged, int count)
    {
        while (acknowledged.Count < count) await Task.Yield();
    }

    private static Submission Large(int number) => Samples.Submission(number, new string('x', 20_000));

    private static async Task FillAsync(SqliteStore store, List<ArticleId> kept)
    {
        for (var number = 0; number < 1_000; number++) kept.Add((await store.SubmitAsync([Large(number)], Samples.Noon, Token))[0].Id);
    }
}
