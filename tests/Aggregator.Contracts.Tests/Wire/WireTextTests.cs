using System.Text.Json;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Wire;

public class WireTextTests
{
    [Theory]
    [InlineData("dispatch-4711")]
    [InlineData("a.b_c:d~e")]
    public void ArticleId_ValidText_IsRead(string text) => Assert.Equal(text, ArticleId.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("with blank")]
    [InlineData("slash/ed")]
    [InlineData("caf\u00e9")]
    public void ArticleId_OtherText_IsRefused(string text)
    {
        Assert.False(ArticleId.TryParse(text, out var id));
        Assert.Equal("", id.Value);
        Assert.Throws<FormatException>(() => ArticleId.Parse(text));
    }

    [Fact]
    public void ArticleId_TooLong_IsRefused() => Assert.False(ArticleId.TryParse(new string('a', 201), out _));

    [Theory]
    [InlineData("-border")]
    [InlineData("Border")]
    [InlineData("border talks")]
    public void TopicId_NoSlug_IsRefused(string text) => Assert.False(TopicId.TryParse(text, out _));

    [Theory]
    [InlineData("UKR", true)]
    [InlineData("IGO:UN", true)]
    [InlineData("NSA:red-ridge-front", true)]
    [InlineData("ukr", false)]
    [InlineData("IGO:", false)]
    [InlineData("ABC:UN", false)]
    [InlineData("NGO:a b", false)]
    public void PartyCode_Text_IsReadOnlyWhenOfTheForm(string text, bool valid) => Assert.Equal(valid, PartyCode.TryParse(text, out _));

    [Fact]
    public void Json_Id_IsAStringAndABadOneIsRefused()
    {
        Assert.Equal("\"dispatch-4711\"", JsonSerializer.Serialize(ArticleId.Parse("dispatch-4711")));
        Assert.Equal(ArticleId.Parse("a"), JsonSerializer.Deserialize<ArticleId>("\"a\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ArticleId>("\"a b\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ArticleId>("7"));
    }

    [Fact]
    public void WireName_EveryMember_ReadsBackWhateverItsCase()
    {
        foreach (var kind in Enum.GetValues<EventKind>())
        {
            Assert.True(WireName.TryParse<EventKind>(WireName.From(kind).ToUpperInvariant(), out var read));
            Assert.Equal(kind, read);
        }
        Assert.Equal("aid-worker", WireName.From(CountedGroup.AidWorker));
        Assert.False(WireName.TryParse<EventKind>("0", out _));
    }
}
