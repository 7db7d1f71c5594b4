using Xunit;

namespace Aggregator.Store.Postgres;

/// <summary>Several nodes on one database.</summary>
public class PostgresNodesTests(SharedPostgres shared)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_FourAtOnceOnAnEmptyDatabase_AllOpenAndAgree()
    {
        var database = await shared.CreateDatabaseAsync();
        var nodes = Enumerable.Range(1, 4).Select(node => PostgresStores.At(database, options => options.PartitionCount = node * 4)).ToList();
        try
        {
            await Task.WhenAll(nodes.Select(node => node.OpenAsync(Token)));
            Assert.Single(nodes.Select(node => node.PartitionCount).Distinct());
            Assert.Equal(0, (await nodes[0].ReadLagAsync(Token)).PendingCount);
            for (var partition = 0; partition < nodes[0].PartitionCount; partition++) Assert.Equal(0, await nodes[3].ReadCursorAsync(partition, Token));
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Submit_FromTwoNodes_AReaderPassesNothingOver()
    {
        const int ArticleCount = 600;
        var database = await shared.CreateDatabaseAsync();
        await using var first = PostgresStores.At(database, options => (options.PartitionCount, options.WriterCount) = (2, 4));
        await using var second = PostgresStores.At(database);
        await first.OpenAsync(Token);
        await second.OpenAsync(Token);
        var reading = Task.WhenAll(Enumerable.Range(0, first.PartitionCount).Select(partition => FollowAsync(first, partition)));
        await Parallel.ForAsync(0, ArticleCount, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Token }, async (number, cancellation) =>
            await (number % 2 == 0 ? first : second).SubmitAsync([Samples.Submission(number), Samples.Submission(number + 1, "Another telling.")], Samples.Noon, cancellation));
        await second.SubmitAsync([.. Enumerable.Range(0, 32).Select(number => Samples.Submission(ArticleCount * 2 + number, "The end."))], Samples.Noon, Token);
        Assert.All(await reading, sequences => Assert.Equal(Enumerable.Range(1, sequences.Count).Select(number => (long)number), sequences));
    }

    [Fact]
    public async Task Submit_OneArticleFromTwoNodes_EachRevisionIsOnce()
    {
        var database = await shared.CreateDatabaseAsync();
        await using var first = PostgresStores.At(database);
        await using var second = PostgresStores.At(database);
        await first.OpenAsync(Token);
        await second.OpenAsync(Token);
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 40).Select(
            telling => (telling % 2 == 0 ? first : second).SubmitAsync([Samples.Submission(1, $"As told the {telling}. time.")], Samples.Noon, Token)));
        Assert.Equal(Enumerable.Range(1, 40), outcomes.Select(outcome => outcome[0].Revision).Order());
    }

    /// <summary>The sequences of a partition as a reader sees them that goes on from the last it saw, until the article that ends the run.</summary>
    private static async Task<List<long>> FollowAsync(PostgresStore store, int partition)
    {
        var sequences = new List<long>();
        while (true)
        {
            var rows = await store.ReadInboxAsync(partition, sequences.Count == 0 ? 0 : sequences[^1], 3, Token);
            sequences.AddRange(rows.Select(row => row.Sequence));
            if (rows.Any(row => row.Article.Text == "The end.")) return sequences;
        }
    }
}
