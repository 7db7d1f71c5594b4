using Xunit;

namespace Aggregator.Intake;

public sealed class SeenItemsTests
{
    private static readonly FeedItem Item = new() { Id = "1", Title = "a", Content = "b" };

    [Fact]
    public void Has_ItemHandedIn_IsTrueUntilItChanges()
    {
        var seen = SeenItems.Parse(SeenItems.Parse(null).With([Item]).ToString());
        Assert.True(seen.Has(Item));
        Assert.False(seen.Has(Item with { Title = "c" }));
        Assert.False(seen.Has(Item with { Content = "c" }));
        Assert.False(seen.Has(Item with { Id = "2" }));
    }

    [Fact]
    public void With_MoreThanTheBound_KeepsTheNewestAndFitsTheStore()
    {
        var old = Enumerable.Range(0, 3_000).Select(number => Item with { Id = $"old{number}" }).ToList();
        var seen = SeenItems.Parse(null).With(old).With([Item]);
        Assert.True(seen.Has(Item));
        Assert.True(seen.Has(old[0]));
        Assert.False(seen.Has(old[^1]));
        Assert.True(new PollMemory { Seen = seen.ToString(), ETag = new string('x', 500), LastModified = new string('x', 500) }.ToJson().Length < 64 * 1024);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public void Parse_Anything_IsNothingSeen(string? text) => Assert.False(SeenItems.Parse(text).Has(Item));
}
