using Aggregator.Extraction;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Aggregator.Feeds;

public class StreamFilterTests
{
    /// <summary>An added call that occurred, of Malta and Fiji.</summary>
    private static readonly FeedEntry Entry = Told();

    [Theory]
    [InlineData("?changes=added", true), InlineData("?changes=updated", false), InlineData("?changes=updated,added", true)]
    [InlineData("?kinds=call", true), InlineData("?kinds=attack", false), InlineData("?kinds=attack,call", true)]
    [InlineData("?statuses=occurred", true), InlineData("?statuses=planned", false), InlineData("?statuses=denied,occurred", true)]
    [InlineData("?parties=MLT", true), InlineData("?parties=FJI", true), InlineData("?parties=KEN", false), InlineData("?parties=KEN,FJI", true)]
    [InlineData("?changes=added&kinds=call&statuses=occurred&parties=MLT", true), InlineData("?changes=updated&kinds=call&statuses=occurred&parties=MLT", false)]
    [InlineData("?changes=added&kinds=attack&statuses=occurred&parties=MLT", false), InlineData("?changes=added&kinds=call&statuses=planned&parties=MLT", false)]
    [InlineData("?changes=added&kinds=call&statuses=occurred&parties=KEN", false)]
    public void Wants_Entry_WhenEveryListHoldsIt(string query, bool wants) => Assert.Equal(wants, Of(query)!.Wants(Entry));

    [Fact]
    public void Of_NoList_IsNone() => Assert.Null(Of("?after=7"));

    private static StreamFilter? Of(string query) => StreamFilter.Of(new DefaultHttpContext { Request = { QueryString = new QueryString(query) } }.Request);

    private static FeedEntry Told()
    {
        var entry = Sample.Entry(7);
        var told = entry.Event with { Kind = EventKind.Call, Status = EventStatus.Occurred, Actors = [new Party(PartyCode.Parse("MLT"))], Recipients = [new Party(PartyCode.Parse("FJI"))] };
        return entry with { Change = EntryChange.Added, Event = told };
    }
}
