using Aggregator.Topics;
using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task PutTopic_New_IsReadBack()
    {
        Assert.True(await Store.PutTopicAsync(Samples.Definition(1), backfill: false, Token));
        Assert.Equal(new StoredTopic(Samples.Definition(1), 0, null, null), await Store.ReadTopicAsync(Samples.Topic(1), Token));
        Assert.Null(await Store.ReadTopicAsync(Samples.Topic(2), Token));
    }

    [Fact]
    public async Task PutTopic_VersionThatDoesNotFollow_IsRefused()
    {
        Assert.False(await Store.PutTopicAsync(Samples.Definition(1, 2), backfill: true, Token));
        Assert.True(await Store.PutTopicAsync(Samples.Definition(1), backfill: false, Token));
        Assert.False(await Store.PutTopicAsync(Samples.Definition(1), backfill: true, Token));
        Assert.False(await Store.PutTopicAsync(Samples.Definition(1, 3), backfill: true, Token));
        Assert.Equal(new StoredTopic(Samples.Definition(1), 0, null, null), await Store.ReadTopicAsync(Samples.Topic(1), Token));
        Assert.Equal(1, await Store.ReadDefinitionsVersionAsync(Token));
    }

    [Fact]
    public async Task PutTopic_TwoAuthors_ExactlyOneWins()
    {
        for (var version = 1; version <= 20; version++)
        {
            var attempts = Enumerable.Range(0, 8).Select(author => Store.PutTopicAsync(Samples.Definition(1, version) with { Title = $"Of author {author}" }, false, Token));
            Assert.Single(await Task.WhenAll(attempts), won => won);
        }

        Assert.Equal(20, await Store.ReadDefinitionsVersionAsync(Token));
    }

    [Fact]
    public async Task ReadDefinitions_Changes_AreCounted()
    {
        Assert.Equal(0, await Store.ReadDefinitionsVersionAsync(Token));
        await Store.PutTopicAsync(Samples.Definition(2), true, Token);
        await Store.PutTopicAsync(Samples.Definition(1), true, Token);
        await Store.PutTopicAsync(Samples.Definition(2, 2), false, Token);
        await Store.PutTopicAsync(Samples.Definition(3), true, Token);
        Assert.True(await Store.DeleteTopicAsync(Samples.Topic(3), Token));
        Assert.False(await Store.DeleteTopicAsync(Samples.Topic(3), Token));
        await ReopenAsync();
        var (version, topics) = await Store.ReadDefinitionsAsync(Token);
        Assert.Equal((5L, 5L), (version, await Store.ReadDefinitionsVersionAsync(Token)));
        Assert.Equal([Samples.Definition(1), Samples.Definition(2, 2)], topics);
    }

    [Fact]
    public async Task ReadTopics_InPages_ById()
    {
        foreach (var number in (int[])[3, 1, 2]) await Store.PutTopicAsync(Samples.Definition(number), false, Token);
        Assert.Equal([Samples.Definition(1), Samples.Definition(2)], await Store.ReadTopicsAsync(null, 2, Token));
        Assert.Equal([Samples.Definition(3)], await Store.ReadTopicsAsync(Samples.Topic(2), 2, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadTopicsAsync(null, 0, Token));
    }

    [Fact]
    public async Task Backfill_Asked_GoesOnUntilItsEnd()
    {
        await Store.PutTopicAsync(Samples.Definition(1), backfill: true, Token);
        await Store.PutTopicAsync(Samples.Definition(2), backfill: false, Token);
        Assert.Equal([Samples.Topic(1)], await Store.ReadBackfillingAsync(Token));
        Assert.True(await Store.AppendEntriesAsync(Entries(0) with { Backfill = new BackfillMove(7) }, Token));
        // A new title does not begin it anew; neither does an append that says nothing of it.
        await Store.PutTopicAsync(Samples.Definition(1, 2), backfill: false, Token);
        Assert.True(await Store.AppendEntriesAsync(Entries(0) with { DefinitionVersion = 2 }, Token));
        Assert.Equal(7, (await Store.ReadTopicAsync(Samples.Topic(1), Token))!.BackfillCursor);
        Assert.True(await Store.AppendEntriesAsync(Entries(0) with { DefinitionVersion = 2, Backfill = new BackfillMove(null) }, Token));
        Assert.Empty(await Store.ReadBackfillingAsync(Token));
        await Store.PutTopicAsync(Samples.Definition(1, 3), backfill: true, Token);
        Assert.Equal(0, (await Store.ReadTopicAsync(Samples.Topic(1), Token))!.BackfillCursor);
    }

    [Fact]
    public async Task DeleteTopic_WithFeed_TakesAllOfItButItsLastPosition()
    {
        await WithEventsAsync(2);
        await Store.PutTopicAsync(Samples.Definition(1), true, Token);
        await Store.AppendEntriesAsync(Entries(0, Samples.Entry(1, 1, Samples.EventOf(1))), Token);
        Assert.True(await Store.DeleteTopicAsync(Samples.Topic(1), Token));
        await Store.PutTopicAsync(Samples.Definition(1), false, Token);
        Assert.Equal(new StoredTopic(Samples.Definition(1), 1, null, null, Origin: 1), await Store.ReadTopicAsync(Samples.Topic(1), Token));
        Assert.Empty(await Store.ReadEntriesAfterAsync(Samples.Topic(1), 0, 10, Token));
        Assert.Empty(await Store.ReadMembersAsync(Samples.Topic(1), null, 10, Token));
        Assert.Empty(await Store.ReadTopicsOfEventsAsync([Samples.Event(1)], Token));
        Assert.True(await Store.AppendEntriesAsync(Entries(1, Samples.Entry(1, 2, Samples.EventOf(1))), Token));
        Assert.True(await Store.DeleteTopicAsync(Samples.Topic(1), Token));
        await ReopenAsync();
        await Store.PutTopicAsync(Samples.Definition(1), false, Token);
        Assert.Equal(new StoredTopic(Samples.Definition(1), 2, null, null, Origin: 2), await Store.ReadTopicAsync(Samples.Topic(1), Token));
    }

    /// <summary>An append to topic 1 in its first version.</summary>
    private static TopicAppend Entries(long position, params FeedEntry[] entries) => new(Samples.Topic(1), position, 1, entries, [], null);

    private async Task WithEventsAsync(int count)
    {
        var events = Enumerable.Range(1, count).SelectMany(number => (int[])[1, 2, 3], (number, revision) => Samples.EventOf(number, revision));
        Assert.True(await Store.AppendBlockAsync(Append(0, [.. events]), Token));
    }
}
