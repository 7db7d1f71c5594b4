using Xunit;

namespace Aggregator.Intake;

public sealed class ArticleIdentityTests
{
    private static readonly SourceId Herald = SourceId.Parse("herald");

    [Fact]
    public void Of_SourceAndOwnId_IsTheSameEachTimeAndBearsTheSource()
    {
        Assert.Equal(ArticleIdentity.Of(Herald, "guid-1"), ArticleIdentity.Of(Herald, "guid-1"));
        Assert.StartsWith("herald~", ArticleIdentity.Of(Herald, "guid-1").Value);
    }

    [Fact]
    public void Of_OtherSourceOrOtherId_Differs()
    {
        Assert.NotEqual(ArticleIdentity.Of(Herald, "guid-1"), ArticleIdentity.Of(Herald, "guid-2"));
        Assert.NotEqual(ArticleIdentity.Of(Herald, "guid-1"), ArticleIdentity.Of(SourceId.Parse("other"), "guid-1"));
    }

    [Theory]
    [InlineData("https://herald.example/a")]
    [InlineData("http://www.herald.example/a")]
    public void Of_Url_SchemeAndWwwMakeNoDifference(string url) =>
        Assert.Equal(ArticleIdentity.Of("http://herald.example/a"), ArticleIdentity.Of(url));

    [Fact]
    public void Of_Nothing_Throws()
    {
        Assert.Throws<ArgumentException>(() => ArticleIdentity.Of(Herald, ""));
        Assert.Throws<ArgumentException>(() => ArticleIdentity.Of(""));
    }
}
