using Aggregator.Resolution;
using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task ReadBlock_Unknown_IsEmptyAtVersionZero()
    {
        var block = await Store.ReadBlockAsync(Samples.Block, DateTimeOffset.MinValue, Token);
        Assert.Equal(0, block.Version);
        Assert.Empty(block.Events);
    }

    [Fact]
    public async Task AppendBlock_First_IsReadBackWhole()
    {
        Assert.True(await Store.AppendBlockAsync(Append(0, [Samples.EventOf(1)], Assigned(2, 1), Assigned(1, 1)), Token));
        var block = await Store.ReadBlockAsync(Samples.Block, Samples.Noon, Token);
        Assert.Equal(1, block.Version);
        AssertSame([new StoredEvent(Samples.EventOf(1), [Samples.Delivery(1), Samples.Delivery(2)])], block.Events);
    }

    [Fact]
    public async Task AppendBlock_OfAnotherVersion_IsRefusedAndWritesNothing()
    {
        Assert.True(await Store.AppendBlockAsync(Append(0, [Samples.EventOf(1)], Assigned(1, 1)), Token));
        foreach (var version in (long[])[0, 2])
            Assert.False(await Store.AppendBlockAsync(Append(version, [Samples.EventOf(1, 2), Samples.EventOf(2)], Assigned(2, 2)), Token));
        var block = await Store.ReadBlockAsync(Samples.Block, Samples.Noon, Token);
        Assert.Equal(1, block.Version);
        AssertSame([new StoredEvent(Samples.EventOf(1), [Samples.Delivery(1)])], block.Events);
    }

    [Fact]
    public async Task AppendBlock_RevisionThatDoesNotFollow_IsRefusedWhole()
    {
        Assert.True(await Store.AppendBlockAsync(Append(0, [Samples.EventOf(1)], Assigned(1, 1)), Token));
        foreach (var revision in (int[])[1, 3])
            await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AppendBlockAsync(Append(1, [Samples.EventOf(2), Samples.EventOf(1, revision)]), Token));
        Assert.Null(await Store.ReadEventAsync(Samples.Event(2), null, Token));
        Assert.Equal(1, (await Store.ReadBlockAsync(Samples.Block, Samples.Noon, Token)).Version);
    }

    [Fact]
    public async Task AppendBlock_EventOfAnotherBlock_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => Store.AppendBlockAsync(Append(0, [Samples.EventOf(1, block: "aid|BOR")]), Token));

    [Fact]
    public async Task AppendBlock_DeliveryOfAnUnknownEvent_IsRefusedWhole()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AppendBlockAsync(Append(0, [Samples.EventOf(1)], Assigned(1, 9)), Token));
        Assert.Null(await Store.ReadEventAsync(Samples.Event(1), null, Token));
    }

    [Fact]
    public async Task AppendBlock_DeliveryHeardAgain_TheLastStands()
    {
        Assert.True(await Store.AppendBlockAsync(Append(0, [Samples.EventOf(1), Samples.EventOf(2)], Assigned(1, 1), Assigned(2, 1)), Token));
        var again = new AssignedDelivery(Samples.Delivery(1, revision: 2), Samples.Event(2));
        var retracted = new AssignedDelivery(Samples.Delivery(2, revision: 2, retracted: true), Samples.Event(1));
        Assert.True(await Store.AppendBlockAsync(Append(1, [Samples.EventOf(1, 2), Samples.EventOf(2, 2)], again, retracted), Token));
        var block = await Store.ReadBlockAsync(Samples.Block, Samples.Noon, Token);
        AssertSame(
            [new StoredEvent(Samples.EventOf(1, 2), [retracted.Delivery]), new StoredEvent(Samples.EventOf(2, 2), [again.Delivery])],
            block.Events);
    }

    [Fact]
    public async Task AppendBlock_TwoAuthors_ExactlyOneWins()
    {
        for (var version = 0; version < 20; version++)
        {
            var attempts = Enumerable.Range(0, 8).Select(author => Store.AppendBlockAsync(Append(version, [Samples.EventOf(version * 8 + author)]), Token));
            Assert.Single(await Task.WhenAll(attempts), won => won);
        }

        var block = await Store.ReadBlockAsync(Samples.Block, Samples.Noon, Token);
        Assert.Equal((20, 20), (block.Version, block.Events.Count));
    }

    [Fact]
    public async Task ReadBlock_Since_LeavesOlderEventsOutButFindsThemByReport()
    {
        Assert.True(await Store.AppendBlockAsync(
            Append(0, [Samples.EventOf(1, publishedMinute: 1), Samples.EventOf(2, publishedMinute: 2)], Assigned(1, 1), Assigned(2, 2), Assigned(3, 2)), Token));
        var recent = await Store.ReadBlockAsync(Samples.Block, Samples.Noon.AddMinutes(2), Token);
        Assert.Equal([Samples.Event(2)], recent.Events.Select(stored => stored.Event.Id));
        var old = await Store.ReadEventsOfReportsAsync(Samples.Block, [Samples.Report(1), Samples.Report(99)], Token);
        AssertSame([new StoredEvent(Samples.EventOf(1, publishedMinute: 1), [Samples.Delivery(1)])], old);
        Assert.Empty(await Store.ReadEventsOfReportsAsync(BlockKey.Parse("aid|BOR"), [Samples.Report(1)], Token));
        Assert.Single(await Store.ReadEventsOfReportsAsync(Samples.Block, [Samples.Report(2), Samples.Report(3)], Token));
        Assert.Empty(await Store.ReadEventsOfReportsAsync(Samples.Block, [], Token));
    }

    [Fact]
    public async Task ReadEvent_AsOf_IsTheRevisionThatStoodThen()
    {
        Assert.True(await Store.AppendBlockAsync(Append(0, [Samples.EventOf(1)]), Token));
        Assert.True(await Store.AppendBlockAsync(Append(1, [Samples.EventOf(1, 2), Samples.EventOf(1, 3)]), Token));
        await ReopenAsync();
        var moments = (DateTimeOffset?[])[Samples.Noon, Samples.Noon.AddHours(1), Samples.Noon.AddHours(2.5), Samples.Noon.AddHours(3), null];
        var revisions = new List<int?>();
        foreach (var moment in moments) revisions.Add((await Store.ReadEventAsync(Samples.Event(1), moment, Token))?.Revision);
        Assert.Equal([null, 1, 2, 3, 3], revisions);
        Assert.Null(await Store.ReadEventAsync(Samples.Event(2), null, Token));
    }

    [Fact]
    public async Task ReadNewerEvents_Known_ThoseWithLaterRevisionsAsTheyStand()
    {
        Assert.True(await Store.AppendBlockAsync(Append(0, [Samples.EventOf(1), Samples.EventOf(2), Samples.EventOf(2, 2), Samples.EventOf(2, 3)]), Token));
        var known = new Dictionary<EventId, int> { [Samples.Event(1)] = 1, [Samples.Event(2)] = 1, [Samples.Event(3)] = 1 };
        AssertSame([Samples.EventOf(2, 3)], await Store.ReadNewerEventsAsync(known, Token));
        Assert.Empty(await Store.ReadNewerEventsAsync(new Dictionary<EventId, int>(), Token));
    }

    [Fact]
    public async Task ReadEvents_InPages_EachOnceInAnOrderThatStays()
    {
        for (var version = 0; version < 7; version++) Assert.True(await Store.AppendBlockAsync(Append(version, [Samples.EventOf(9 - version)]), Token));
        var first = await Store.ReadEventsAsync(0, 3, Token);
        // A revision does not move an event.
        Assert.True(await Store.AppendBlockAsync(Append(7, [Samples.EventOf(9, 2), Samples.EventOf(4, 2)]), Token));
        var second = await Store.ReadEventsAsync(first.Cursor, 3, Token);
        var third = await Store.ReadEventsAsync(second.Cursor, 3, Token);
        var end = await Store.ReadEventsAsync(third.Cursor, 3, Token);
        Assert.Equal([9, 8, 7, 6, 5, 4, 3], first.Events.Concat(second.Events).Concat(third.Events).Select(NumberOf));
        Assert.Equal(2, second.Events.Single(newsEvent => NumberOf(newsEvent) == 4).Revision);
        Assert.Empty(end.Events);
        Assert.Equal(third.Cursor, end.Cursor);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadEventsAsync(0, 0, Token));
    }

    [Fact]
    public async Task ReadDeliveries_ByPublication_WithoutTheRetracted()
    {
        var retracted = new AssignedDelivery(Samples.Delivery(3, retracted: true), Samples.Event(1));
        Assert.True(await Store.AppendBlockAsync(Append(0, [Samples.EventOf(1)], Assigned(4, 1), retracted, Assigned(2, 1), Assigned(1, 1)), Token));
        AssertSame([Samples.Delivery(1), Samples.Delivery(2), Samples.Delivery(4)], await Store.ReadDeliveriesAsync(Samples.Event(1), 0, 10, Token));
        AssertSame([Samples.Delivery(2)], await Store.ReadDeliveriesAsync(Samples.Event(1), 1, 1, Token));
        Assert.Empty(await Store.ReadDeliveriesAsync(Samples.Event(1), 3, 1, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadDeliveriesAsync(Samples.Event(1), -1, 1, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadDeliveriesAsync(Samples.Event(1), 0, 0, Token));
    }

    [Fact]
    public async Task ReadEventIds_Reports_AreWhereTheyStand()
    {
        var other = BlockKey.Parse("aid|BOR");
        Assert.True(await Store.AppendBlockAsync(Append(0, [Samples.EventOf(1)], Assigned(1, 1), Assigned(2, 1)), Token));
        Assert.True(await Store.AppendBlockAsync(
            new BlockAppend(other, 0, [Samples.EventOf(2, block: other.Value)], [new AssignedDelivery(Samples.Delivery(1, revision: 2), Samples.Event(2))]), Token));
        // The former block hears of the move last.
        var left = new AssignedDelivery(Samples.Delivery(1, revision: 2, retracted: true), Samples.Event(1));
        Assert.True(await Store.AppendBlockAsync(Append(1, [Samples.EventOf(1, 2)], left), Token));
        var events = await Store.ReadEventIdsAsync([Samples.Report(1), Samples.Report(2), Samples.Report(3)], Token);
        Assert.Equal(2, events.Count);
        Assert.Equal((Samples.Event(2), Samples.Event(1)), (events[Samples.Report(1)], events[Samples.Report(2)]));
    }

    private static BlockAppend Append(long version, NewsEvent[] events, params AssignedDelivery[] deliveries) => new(Samples.Block, version, events, deliveries);

    private static AssignedDelivery Assigned(int report, int newsEvent) => new(Samples.Delivery(report), Samples.Event(newsEvent));

    private static int NumberOf(NewsEvent newsEvent) => int.Parse(newsEvent.Id.Value[2..], System.Globalization.CultureInfo.InvariantCulture);
}
