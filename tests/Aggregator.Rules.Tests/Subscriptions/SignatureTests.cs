using System.Text;
using Xunit;

namespace Aggregator.Subscriptions;

public class SignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    // The example that the libraries of Standard Webhooks are tested with.
    [Fact]
    public void Webhook_PublishedExample_IsSignedAsPublished() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Of([Secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8));

    [Fact]
    public void Webhook_TwoSecrets_BearsBothSignatures()
    {
        var other = WebhookSecret.Make();
        var both = WebhookSignature.Of([other, Secret], "m", 7, "{}"u8).Split(' ');
        Assert.Equal([WebhookSignature.Of([other], "m", 7, "{}"u8), WebhookSignature.Of([Secret], "m", 7, "{}"u8)], both);
        Assert.NotEqual(both[0], both[1]);
    }

    [Fact]
    public void Secret_Made_IsReadAndNeverTheSame()
    {
        Assert.True(WebhookSecret.TryRead(WebhookSecret.Make(), out var key));
        Assert.Equal(32, key.Length);
        Assert.NotEqual(WebhookSecret.Make(), WebhookSecret.Make());
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("whsec_"), InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), InlineData("whsec_c2hvcnQ="), InlineData("whsec_not base64 at all, really not!")]
    public void Secret_NoSecret_IsRefused(string? text)
    {
        Assert.False(WebhookSecret.TryRead(text, out _));
        Assert.Throws<ArgumentException>(() => WebhookSignature.Of([text!], "m", 7, "{}"u8));
    }

    [Fact]
    public void Secret_TooLong_IsRefused() => Assert.False(WebhookSecret.TryRead("whsec_" + Convert.ToBase64String(new byte[65]), out _));

    // RFC 4231, test case 2.
    [Theory]
    [InlineData(HubAlgorithm.Sha256, "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData(HubAlgorithm.Sha384, "sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649")]
    [InlineData(HubAlgorithm.Sha512,
        "sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")]
    public void Hub_PublishedExample_IsSignedAsPublished(HubAlgorithm algorithm, string signature)
    {
        var body = "what do ya want for nothing?"u8.ToArray();
        Assert.Equal(signature, HubSignature.Of(algorithm, "Jefe", body));
        Assert.True(HubSignature.IsOf(signature, "Jefe", body));
        Assert.True(HubSignature.IsOf($" {signature.ToUpperInvariant()}", "Jefe", body));
        Assert.False(HubSignature.IsOf(signature, "jefe", body));
        Assert.False(HubSignature.IsOf(signature, "Jefe", Encoding.UTF8.GetBytes("what do ya want for something?")));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("sha256="), InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"), InlineData("md5=750c783e6ab0b503eaa86e310a5db738")]
    public void Hub_WeakOrNoSignature_IsRefused(string? signature) => Assert.False(HubSignature.IsOf(signature, "Jefe", "what do ya want for nothing?"u8));
}
