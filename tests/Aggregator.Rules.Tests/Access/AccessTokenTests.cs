using Xunit;

namespace Aggregator.Access;

public class AccessTokenTests
{
    private static readonly AccessToken Sample = AccessToken.Of([.. Enumerable.Range(1, 38).Select(number => (byte)number)]);

    [Fact]
    public void TryParse_ItsOwnText_IsTheSame()
    {
        Assert.Equal("agg_010203040506_0708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223242526", Sample.ToString());
        Assert.True(AccessToken.TryParse(Sample.ToString(), out var read));
        Assert.Equal(Sample, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("agg_")]
    [InlineData("AGG_010203040506_0708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223242526")]
    [InlineData("agg_010203040506-0708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223242526")]
    [InlineData("agg_01020304050G_0708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223242526")]
    [InlineData("agg_010203040506_0708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20212223242526")]
    [InlineData("agg_010203040506_0708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425")]
    [InlineData("agg_010203040506_0708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(AccessToken.TryParse(text, out _));

    [Fact]
    public void Of_AnotherNumberOfBytes_IsRefused() => Assert.Throws<ArgumentException>(() => AccessToken.Of(new byte[37]));

    [Fact]
    public void HashOf_Secret_IsItsSha256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", AccessToken.HashOf("abc"));
}
