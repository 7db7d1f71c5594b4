using Xunit;

namespace Aggregator.Intake;

public sealed class SourceArticleTests
{
    private static readonly SourceId Herald = SourceId.Parse("herald");
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);
    private static readonly FeedItem Item = new() { Id = "1", Title = "Bridge opens", Url = "HTTPS://Herald.example/1?utm_source=rss#x" };

    [Fact]
    public void TextOf_SummaryThatSaysMoreThanTheContent_IsTaken()
    {
        Assert.Equal("A longer summary.", SourceArticle.TextOf(Item with { Content = "<p>Short</p>", Summary = "A longer summary." }));
        Assert.Equal("The whole of the content.", SourceArticle.TextOf(Item with { Content = "<p>The whole of the content.</p>", Summary = "Short" }));
        Assert.Equal("", SourceArticle.TextOf(Item));
    }

    [Fact]
    public void Make_Item_BearsSourceIdentityAndCanonicalUrl()
    {
        var submission = SourceArticle.Make(Item, "text", Herald, "The Herald", Now)!;
        Assert.Equal((ArticleIdentity.Of(Herald, "1"), "https://herald.example/1", "The Herald"), (submission.Id, submission.Url, submission.Outlet));
    }

    [Fact]
    public void Make_DateMissingOrFarAhead_IsThisDay()
    {
        var midnight = new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(midnight, SourceArticle.Make(Item, "", Herald, null, Now)!.PublishedAt);
        Assert.Equal(midnight, SourceArticle.Make(Item with { PublishedAt = Now.AddDays(30) }, "", Herald, null, Now)!.PublishedAt);
        Assert.Equal(Now.AddHours(-1), SourceArticle.Make(Item with { UpdatedAt = Now.AddHours(-1) }, "", Herald, null, Now)!.PublishedAt);
    }

    [Fact]
    public void Make_NeitherTitleNorText_IsNoArticle() => Assert.Null(SourceArticle.Make(Item with { Title = "" }, "", Herald, null, Now));
}
