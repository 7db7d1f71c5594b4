using Aggregator.Intake;
using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    private const int ProducerCount = 64;

    [Fact]
    public async Task Submit_ManyProducers_NothingIsLostOrDoubled()
    {
        const int OwnCount = 15, SharedCount = 15;
        var producers = Enumerable.Range(1, ProducerCount).Select(producer => Task.Run(async () =>
        {
            var outcomes = new List<SubmitOutcome>();
            for (var number = 0; number < OwnCount; number++)
            {
                outcomes.AddRange(await Store.SubmitAsync([Samples.Submission(producer * 1_000 + number)], Samples.Noon, Token));
                outcomes.AddRange(await Store.SubmitAsync([Samples.Submission(number % SharedCount)], Samples.Noon, Token));
            }

            return outcomes;
        }));
        var all = (await Task.WhenAll(producers)).SelectMany(outcomes => outcomes).ToLookup(outcome => outcome.Id);
        Assert.Equal(ProducerCount * OwnCount + SharedCount, all.Count);
        Assert.All(all, outcomes => Assert.Single(outcomes, outcome => outcome.Result == SubmitResult.Accepted));
        Assert.All(all, outcomes => Assert.All(outcomes, outcome => Assert.Equal(1, outcome.Revision)));
        await ReopenAsync();
        var rows = await ReadAllInboxAsync();
        Assert.Equal(all.Select(outcomes => outcomes.Key.Value).Order(StringComparer.Ordinal), rows.Select(row => row.Article.Id.Value).Order(StringComparer.Ordinal));
        Assert.Equal(rows.Count, (await Store.ReadLagAsync(Token)).PendingCount);
    }

    [Fact]
    public async Task Submit_ManyRevisersOfOneArticle_EachRevisionIsOnce()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, ProducerCount).Select(
            producer => Store.SubmitAsync([Samples.Submission(1, $"As {producer} tells it.")], Samples.Noon, Token)));
        Assert.Equal(Enumerable.Range(1, ProducerCount), outcomes.Select(outcome => outcome[0].Revision).Order());
        Assert.Equal(Enumerable.Range(1, ProducerCount), (await ReadAllInboxAsync()).Select(row => row.Revision));
        Assert.Equal(ProducerCount, (await Store.ReadArticleAsync(Samples.Article(1), Token))!.Revision);
    }

    [Fact]
    public async Task Write_BesideOneThatFails_IsNotSpoilt()
    {
        var writes = Enumerable.Range(0, 50).Select(async number =>
        {
            if (number % 5 == 0) await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AppendBlockAsync(Append(0, [Samples.EventOf(number, revision: 7)]), Token));
            else await Store.SubmitAsync([Samples.Submission(number)], Samples.Noon, Token);
        });
        await Task.WhenAll(writes);
        Assert.Equal(40, (await ReadAllInboxAsync()).Count);
        Assert.Equal(0, (await Store.ReadBlockAsync(Samples.Block, Samples.Noon, Token)).Version);
    }

    [Fact]
    public async Task Read_BesideWriters_SeesWholeAppendsOnly()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reader = Task.Run(
            async () =>
            {
                var readCount = 0;
                for (; !stop.IsCancellationRequested; readCount++)
                {
                    var block = await Store.ReadBlockAsync(Samples.Block, Samples.Noon, Token);
                    Assert.Equal(block.Version * 2, block.Events.Count);
                    Assert.All(block.Events, stored => Assert.Single(stored.Deliveries));
                }

                return readCount;
            },
            Token);
        for (var version = 0; version < 60; version++)
        {
            var (first, second) = (version * 2, version * 2 + 1);
            Assert.True(await Store.AppendBlockAsync(Append(version, [Samples.EventOf(first), Samples.EventOf(second)], Assigned(first, first), Assigned(second, second)), Token));
        }

        await stop.CancelAsync();
        Assert.True(await reader > 0);
    }

    [Fact]
    public async Task Close_WithWritesUnderWay_EachIsKeptOrRefused()
    {
        var closing = Store;
        var writes = Enumerable.Range(0, 200).Select(number => Task.Run(async () =>
        {
            try
            {
                return (await closing.SubmitAsync([Samples.Submission(number)], Samples.Noon, Token))[0].Id;
            }
            catch (ObjectDisposedException)
            {
                return (ArticleId?)null;
            }
        })).ToList();
        await Task.WhenAny(writes);
        await ReopenAsync();
        var kept = (await Task.WhenAll(writes)).OfType<ArticleId>().ToList();
        Assert.NotEmpty(kept);
        Assert.Equal(kept.ToHashSet(), (await ReadAllInboxAsync()).Select(row => row.Article.Id).ToHashSet());
    }

    private async Task<List<InboxRow>> ReadAllInboxAsync()
    {
        var rows = new List<InboxRow>();
        for (var partition = 0; partition < Store.PartitionCount; partition++)
        {
            var read = await Store.ReadInboxAsync(partition, 0, 100_000, Token);
            Assert.Equal(read.Select(row => row.Sequence).Distinct().Order(), read.Select(row => row.Sequence));
            Assert.All(read, row => Assert.Equal(partition, PartitionRule.Of(row.Article.Id, Store.PartitionCount)));
            rows.AddRange(read);
        }

        return rows;
    }
}
