using CsCheck;
using Xunit;

namespace Aggregator.Intake;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTPS://Herald.Example:443/World/../News/a%20b?x=2&utm_source=rss&a=1#top", "https://herald.example/News/a%20b?x=2&a=1")]
    [InlineData("http://herald.example", "http://herald.example/")]
    [InlineData("http://herald.example./a/", "http://herald.example/a/")]
    [InlineData("http://user:secret@herald.example:8080/a?fbclid=1", "http://herald.example:8080/a")]
    [InlineData("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC")]
    [InlineData("https://herald.example/a?b&&c=", "https://herald.example/a?b&c=")]
    [InlineData("http://[::1]:81/a", "http://[::1]:81/a")]
    [InlineData("  https://herald.example/a\n", "https://herald.example/a")]
    public void TryRead_Address_GivesItsOneForm(string text, string wanted)
    {
        Assert.True(CanonicalUrl.TryRead(text, out var canonical));
        Assert.Equal(wanted, canonical);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/a/b")]
    [InlineData("herald.example/a")]
    [InlineData("ftp://herald.example/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    public void TryRead_NoAddressOfAPage_IsFalse(string? text) => Assert.False(CanonicalUrl.TryRead(text, out _));

    [Fact]
    public void TryRead_Canonical_StaysAsItIs() => Gen.String[Gen.OneOf('a', 'B', '/', '.', '?', '&', '=', '%', '#', ' ', 'ü', ':', '@'), 0, 30].Sample(
        tail =>
        {
            if (!CanonicalUrl.TryRead($"http://Host.example/{tail}", out var once)) return;
            Assert.True(CanonicalUrl.TryRead(once, out var twice));
            Assert.Equal(once, twice);
        },
        seed: "0N0XIzNsQ0O2", iter: 2_000);
}
