using System.Buffers;
using System.Text;
using Xunit;

namespace Aggregator.Intake;

public class SubmissionRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly ArticleInput Plain = new() { Id = "dispatch-1", Text = "Something happened." };

    [Fact]
    public void Check_OwnIdWithoutSource_IsTheId() => Assert.Equal("dispatch-1", Check(Plain).Id.Value);

    [Fact]
    public void Check_SourceAndOwnId_AreTheIdentityTogether()
    {
        var id = Check(Plain with { Source = "dispatch", Id = "https://dispatch.example/?p=1" }).Id;
        Assert.Equal(id, Check(Plain with { Source = "dispatch", Id = "https://dispatch.example/?p=1", Url = "https://elsewhere.example/" }).Id);
        Assert.NotEqual(id, Check(Plain with { Source = "gazette", Id = "https://dispatch.example/?p=1" }).Id);
    }

    [Fact]
    public void Check_OnlyAnAddress_IsTheSameHoweverTheReaderWasSent()
    {
        var one = Check(Plain with { Id = null, Url = "https://dispatch.example/a?utm_source=x" });
        var other = Check(Plain with { Id = null, Url = "HTTPS://Dispatch.example:443/a#top" });
        Assert.Equal((one.Id, one.Url), (other.Id, other.Url));
    }

    [Theory]
    [InlineData("2026-09-12", "2026-09-12T00:00:00Z")]
    [InlineData("2026-09-12T10:30:00+02:00", "2026-09-12T08:30:00Z")]
    [InlineData("2026-09-12t10:30:00.25z", "2026-09-12T10:30:00.25Z")]
    [InlineData(null, "2026-09-14T12:00:00Z")]
    [InlineData("2026-09-16T11:59:59Z", "2026-09-16T11:59:59Z")]
    public void Check_Published_IsReadInUtc(string? published, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), Check(Plain with { Published = published }).PublishedAt);

    [Theory]
    [InlineData("12/09/2026")]
    [InlineData("2026-02-30")]
    [InlineData("0001-01-01")]
    [InlineData("1899-12-31")]
    [InlineData("2026-09-16T12:00:01Z")]
    public void Check_PublishedThatCannotBe_IsRefused(string published)
    {
        Assert.Null(SubmissionRule.Check(Plain with { Published = published }, Now, out var reason));
        Assert.Contains("published", reason);
    }

    [Fact]
    public void Check_TextTooLong_IsRefused()
    {
        Assert.NotNull(SubmissionRule.Check(Plain with { Text = new string('a', SubmissionRule.TextLengthMax) }, Now, out _));
        Assert.Null(SubmissionRule.Check(Plain with { Text = new string('a', SubmissionRule.TextLengthMax + 1) }, Now, out var reason));
        Assert.Contains("longer", reason);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"text\":\"b\",\"more\":{\"x\":[1]}}", null)]
    [InlineData("{\"id\":1}", "The member id is no text.")]
    [InlineData("[]", "Not one JSON object.")]
    [InlineData("{\"id\":\"a\"} {}", "Not one JSON object.")]
    [InlineData("null", "Not an article but null.")]
    public void Read_Line_IsAnArticleOrSaysWhyNot(string line, string? expected)
    {
        var input = ArticleInput.Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(line)), out var reason);
        Assert.Equal((expected is null, expected), (input is not null, reason));
    }

    [Fact]
    public void Of_ListedFeed_IsReadableAndTheSameAgain()
    {
        Assert.Equal(SourceIdentity.Of("Lakeside Dispatch", "https://a.example/f"), SourceIdentity.Of("Lakeside Dispatch", "https://a.example/f"));
        Assert.StartsWith("lakeside-dispatch-", SourceIdentity.Of("Lakeside  Dispatch!", "https://a.example/f").Value);
        Assert.StartsWith("a-example-", SourceIdentity.Of("", "https://a.example/f").Value);
        Assert.NotEqual(SourceIdentity.Of("News", "https://a.example/f"), SourceIdentity.Of("News", "https://a.example/g"));
    }

    private static Submission Check(ArticleInput input) => SubmissionRule.Check(input, Now, out var reason) ?? throw new InvalidOperationException(reason);
}
