using Aggregator.Topics;
using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task AppendEntries_Gapless_AreReadBackWhole()
    {
        await WithTopicAsync();
        var entries = (FeedEntry[])
        [
            Samples.Entry(1, 1, Samples.EventOf(1)), Samples.Entry(1, 2, Samples.EventOf(2)), Samples.Entry(1, 3, Samples.EventOf(1, 2), EntryChange.Updated),
            Samples.Entry(1, 4, Samples.EventOf(2, 3), EntryChange.Retracted, "its only report was taken back"),
        ];
        Assert.True(await Store.AppendEntriesAsync(Entries(0, entries[..2]), Token));
        Assert.True(await Store.AppendEntriesAsync(Entries(2, entries[2..]), Token));
        AssertSame(entries, [.. await Store.ReadEntriesAfterAsync(Samples.Topic(1), 0, 10, Token)]);
        AssertSame(entries[1..3], [.. await Store.ReadEntriesAfterAsync(Samples.Topic(1), 1, 2, Token)]);
        AssertSame(entries[1..3], [.. await Store.ReadEntriesBeforeAsync(Samples.Topic(1), 4, 2, Token)]);
        AssertSame(entries[..1], [.. await Store.ReadEntriesBeforeAsync(Samples.Topic(1), 2, 2, Token)]);
        Assert.Empty(await Store.ReadEntriesAfterAsync(Samples.Topic(1), 4, 2, Token));
        Assert.Empty(await Store.ReadEntriesAfterAsync(Samples.Topic(2), 0, 2, Token));
        var topic = (await Store.ReadTopicAsync(Samples.Topic(1), Token))!;
        Assert.Equal((4L, entries[3].RecordedAt), (topic.Position, topic.LastEntryAt));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadEntriesAfterAsync(Samples.Topic(1), 0, 0, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadEntriesBeforeAsync(Samples.Topic(1), 0, 0, Token));
    }

    [Fact]
    public async Task AppendEntries_FromElsewhere_IsRefusedAndWritesNothing()
    {
        await WithTopicAsync();
        Assert.True(await Store.AppendEntriesAsync(Entries(0, Samples.Entry(1, 1, Samples.EventOf(1))), Token));
        var refused = (TopicAppend[])
        [
            Entries(0, Samples.Entry(1, 1, Samples.EventOf(2))), Entries(2, Samples.Entry(1, 3, Samples.EventOf(2))),
            Entries(1, Samples.Entry(1, 2, Samples.EventOf(2))) with { DefinitionVersion = 2 }, new TopicAppend(Samples.Topic(2), 0, 1, [], [], null),
        ];
        foreach (var append in refused) Assert.False(await Store.AppendEntriesAsync(append with { Backfill = new BackfillMove(5) }, Token));
        var topic = (await Store.ReadTopicAsync(Samples.Topic(1), Token))!;
        Assert.Equal((1L, 0L), (topic.Position, topic.BackfillCursor));
        Assert.Single(await Store.ReadMembersAsync(Samples.Topic(1), null, 10, Token));
    }

    [Fact]
    public async Task AppendEntries_WithAGapOrOfAnotherTopic_IsAFault()
    {
        await WithTopicAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AppendEntriesAsync(Entries(0, Samples.Entry(1, 2, Samples.EventOf(1))), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AppendEntriesAsync(Entries(0, Samples.Entry(2, 1, Samples.EventOf(1))), Token));
    }

    [Fact]
    public async Task AppendEntries_UnknownRevisionOfAnEvent_IsRefusedWhole()
    {
        await WithTopicAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Store.AppendEntriesAsync(Entries(0, Samples.Entry(1, 1, Samples.EventOf(1)), Samples.Entry(1, 2, Samples.EventOf(1, 9))), Token));
        Assert.Equal(0, (await Store.ReadTopicAsync(Samples.Topic(1), Token))!.Position);
        Assert.Empty(await Store.ReadEntriesAfterAsync(Samples.Topic(1), 0, 10, Token));
    }

    [Fact]
    public async Task AppendEntries_TwoAuthors_ExactlyOneWins()
    {
        await WithTopicAsync();
        for (var position = 0; position < 20; position++)
        {
            var attempts = Enumerable.Range(0, 8).Select(author => Store.AppendEntriesAsync(Entries(position, Samples.Entry(1, position + 1, Samples.EventOf(1 + author % 3))), Token));
            Assert.Single(await Task.WhenAll(attempts), won => won);
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(position => (long)position), (await Store.ReadEntriesAfterAsync(Samples.Topic(1), 0, 100, Token)).Select(entry => entry.Position));
    }

    [Fact]
    public async Task Members_EachChange_IsInTheTopicOrRemembered()
    {
        await WithTopicAsync();
        var append = Entries(
            0, Samples.Entry(1, 1, Samples.EventOf(1)), Samples.Entry(1, 2, Samples.EventOf(2)), Samples.Entry(1, 3, Samples.EventOf(3)),
            Samples.Entry(1, 4, Samples.EventOf(4)), Samples.Entry(1, 5, Samples.EventOf(1, 2), EntryChange.Updated),
            Samples.Entry(1, 6, Samples.EventOf(2, 2), EntryChange.Merged), Samples.Entry(1, 7, Samples.EventOf(3, 2), EntryChange.Retracted),
            Samples.Entry(1, 8, Samples.EventOf(4, 2), EntryChange.Split));
        Assert.True(await Store.AppendEntriesAsync(append with { Heard = [new TopicMember(Samples.EventOf(5, 3), Answers: false)] }, Token));
        var members = (TopicMember[])
        [
            new(Samples.EventOf(1, 2), true), new(Samples.EventOf(2, 2), false), new(Samples.EventOf(3, 2), false), new(Samples.EventOf(4, 2), true),
            new(Samples.EventOf(5, 3), false),
        ];
        AssertSame(members, [.. await Store.ReadMembersAsync(Samples.Topic(1), null, 10, Token)]);
        AssertSame(members[2..4], [.. await Store.ReadMembersAsync(Samples.Topic(1), Samples.Event(2), 2, Token)]);
        Assert.Equal([Samples.Event(1), Samples.Event(4)], (await Store.ReadTopicsOfEventsAsync([.. members.Select(member => member.Event.Id)], Token)).Keys.OrderBy(id => id.Value));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadMembersAsync(Samples.Topic(1), null, 0, Token));
    }

    [Fact]
    public async Task ReadTopicsOfEvents_SeveralTopics_AreAllThere()
    {
        await WithTopicAsync();
        await Store.PutTopicAsync(Samples.Definition(2), false, Token);
        Assert.True(await Store.AppendEntriesAsync(Entries(0, Samples.Entry(1, 1, Samples.EventOf(1)), Samples.Entry(1, 2, Samples.EventOf(2))), Token));
        Assert.True(await Store.AppendEntriesAsync(new TopicAppend(Samples.Topic(2), 0, 1, [Samples.Entry(2, 1, Samples.EventOf(1))], [], null), Token));
        var topics = await Store.ReadTopicsOfEventsAsync([Samples.Event(1), Samples.Event(2), Samples.Event(3)], Token);
        Assert.Equal(2, topics.Count);
        Assert.Equal([Samples.Topic(1), Samples.Topic(2)], topics[Samples.Event(1)]);
        Assert.Equal([Samples.Topic(1)], topics[Samples.Event(2)]);
    }

    [Fact]
    public async Task ReadPlaces_OfAnyEventsBeforeAnyPosition_AreWhereTheyStoodLatestFirst()
    {
        await WithTopicAsync();
        var entries = new List<FeedEntry>();
        foreach (var (number, revision, change) in ((int, int, EntryChange)[])[(1, 1, EntryChange.Added), (2, 1, EntryChange.Added), (1, 2, EntryChange.Split), (3, 1, EntryChange.Added),
            (2, 2, EntryChange.Merged), (1, 3, EntryChange.Retracted), (2, 3, EntryChange.Updated)])
            entries.Add(Samples.Entry(1, entries.Count + 1, Samples.EventOf(number, revision), change));
        Assert.True(await Store.AppendEntriesAsync(Entries(0, [.. entries]), Token));
        foreach (var events in (int[][])[[1], [2, 3], [1, 2, 2, 9], []])
            for (var before = 0; before <= entries.Count + 1; before++)
            {
                var ids = events.Select(Samples.Event).ToArray();
                var places = entries.Where(entry => entry.Position < before && ids.Contains(entry.Event.Id) && TopicState.IsIn(entry.Change))
                    .OrderByDescending(entry => entry.Position).Select(entry => new EntryPlace(entry.Event.Id, entry.Position)).ToArray();
                Assert.Equal(places, await Store.ReadPlacesAsync(Samples.Topic(1), ids, before, 100, Token));
                Assert.Equal(places.Take(1), await Store.ReadPlacesAsync(Samples.Topic(1), ids, before, 1, Token));
            }
        Assert.Empty(await Store.ReadPlacesAsync(Samples.Topic(2), [Samples.Event(1)], 9, 100, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadPlacesAsync(Samples.Topic(1), [Samples.Event(1)], 9, 0, Token));
    }

    [Fact]
    public async Task ReadPositionAsOf_AnyMoment_IsTheLastRecordedByThen()
    {
        await WithTopicAsync();
        Assert.True(await Store.AppendEntriesAsync(Entries(0, Samples.Entry(1, 1, Samples.EventOf(1)), Samples.Entry(1, 2, Samples.EventOf(2))), Token));
        foreach (var (second, position) in ((double, long)[])[(0, 0), (1, 1), (1.5, 1), (2, 2), (99, 2)])
            Assert.Equal(position, await Store.ReadPositionAsOfAsync(Samples.Topic(1), Samples.Noon.AddSeconds(second), Token));
        Assert.Equal(0, await Store.ReadPositionAsOfAsync(Samples.Topic(2), Samples.Noon.AddSeconds(9), Token));
    }

    [Fact]
    public async Task ReadLastEntries_BetweenAnyPositions_IsWhatFoldingTheEntriesGives()
    {
        await WithTopicAsync();
        var entries = new List<FeedEntry>();
        foreach (var (number, revision) in ((int, int)[])[(1, 1), (2, 1), (1, 2), (3, 1), (2, 3), (1, 3), (5, 1), (3, 2)])
            entries.Add(Samples.Entry(1, entries.Count + 1, Samples.EventOf(number, revision), revision == 3 ? EntryChange.Retracted : EntryChange.Updated));
        Assert.True(await Store.AppendEntriesAsync(Entries(0, [.. entries]), Token));
        for (var after = 0; after <= entries.Count; after++)
            for (var through = after; through <= entries.Count; through++)
            {
                var last = entries[after..through].GroupBy(entry => entry.Event.Id).Select(same => same.Last()).OrderBy(entry => entry.Position);
                AssertSame(last.ToArray(), (await Store.ReadLastEntriesAsync(Samples.Topic(1), after, through, 100, Token)).ToArray());
                AssertSame(last.Take(2).ToArray(), (await Store.ReadLastEntriesAsync(Samples.Topic(1), after, through, 2, Token)).ToArray());
                var changed = last.Select(entry => entry.Event.Id).ToHashSet();
                var earlier = entries[..after].Where(entry => changed.Contains(entry.Event.Id)).GroupBy(entry => entry.Event.Id).Select(same => same.Last()).OrderBy(entry => entry.Position);
                AssertSame(earlier.ToArray(), (await Store.ReadEarlierEntriesAsync(Samples.Topic(1), after, through, Token)).ToArray());
            }
    }

    /// <summary>Topic 1, asking for a backfill, and five events in three revisions each.</summary>
    private async Task WithTopicAsync()
    {
        await WithEventsAsync(5);
        Assert.True(await Store.PutTopicAsync(Samples.Definition(1), backfill: true, Token));
    }
}
