using System.Collections.Immutable;
using Xunit;

namespace Aggregator.Access;

public class KeyRuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly KeyId Id = KeyId.Parse("0123456789ab");

    private static AccessKey New(DateTimeOffset? expiresAt = null) => KeyRule.Create(
        Id, new KeyRequest { Name = "Ada", Scopes = [AccessScope.Manage, AccessScope.Read, AccessScope.Read], ExpiresAt = expiresAt }, AccessToken.HashOf("one"), Noon);

    private static bool Opens(AccessKey key, string secret, DateTimeOffset now) => KeyRule.Find(key.Secrets, secret, now) is not null;

    [Fact]
    public void Create_ScopesSaidTwice_AreKeptOnce() => Assert.Equal([AccessScope.Read, AccessScope.Manage], New().Scopes);

    [Fact]
    public void Find_OtherSecret_OpensNothing()
    {
        Assert.True(Opens(New(), "one", Noon));
        Assert.False(Opens(New(), "two", Noon));
        Assert.False(Opens(New(), AccessToken.HashOf("one"), Noon));
    }

    [Fact]
    public void Rotate_WithOverlap_BothWorkUntilItsEnd()
    {
        var key = KeyRule.Rotate(New(), AccessToken.HashOf("two"), TimeSpan.FromHours(1), Noon);
        Assert.Equal(2, key.Version);
        Assert.True(Opens(key, "one", Noon.AddMinutes(59)));
        Assert.False(Opens(key, "one", Noon.AddMinutes(60)));
        Assert.True(Opens(key, "two", Noon.AddYears(1)));
    }

    [Fact]
    public void Rotate_WithoutOverlap_EndsTheOldAtOnce() => Assert.False(Opens(KeyRule.Rotate(New(), AccessToken.HashOf("two"), TimeSpan.Zero, Noon), "one", Noon));

    [Fact]
    public void Rotate_Again_NeverGivesAnOldSecretMoreTime()
    {
        var once = KeyRule.Rotate(New(), AccessToken.HashOf("two"), TimeSpan.FromHours(1), Noon);
        var twice = KeyRule.Rotate(once, AccessToken.HashOf("three"), TimeSpan.FromDays(30), Noon);
        Assert.False(Opens(twice, "one", Noon.AddHours(2)));
        Assert.True(Opens(twice, "two", Noon.AddHours(2)));
    }

    [Fact]
    public void Rotate_ManyTimes_KeepsThreeSecrets()
    {
        var secrets = ImmutableArray<KeySecret>.Empty;
        for (var number = 1; number <= 10; number++) secrets = KeyRule.Rotate(secrets, AccessToken.HashOf($"{number}"), TimeSpan.FromDays(30), Noon);
        Assert.Equal(["8", "9", "10"], Enumerable.Range(1, 10).Select(number => $"{number}").Where(secret => KeyRule.Find(secrets, secret, Noon) is not null));
    }

    [Fact]
    public void Rotate_ToNone_TakesAwayAfterTheOverlap()
    {
        Assert.Empty(KeyRule.Rotate(New().Secrets, null, TimeSpan.Zero, Noon));
        Assert.Equal(Noon.AddHours(1), Assert.Single(KeyRule.Rotate(New().Secrets, null, TimeSpan.FromHours(1), Noon)).EndsAt);
    }

    [Theory]
    [InlineData(AccessScope.Read, true), InlineData(AccessScope.Manage, true), InlineData(AccessScope.Ingest, false)]
    public void MayRead_LiveKey_ByItsScope(AccessScope scope, bool may) => Assert.Equal(may, KeyRule.MayRead(New() with { Scopes = [scope] }, AccessToken.HashOf("one"), Noon));

    [Fact]
    public void MayRead_SecretOrKeyThatEnded_DoesNot()
    {
        var hash = AccessToken.HashOf("one");
        Assert.False(KeyRule.MayRead(New(), AccessToken.HashOf("two"), Noon));
        Assert.False(KeyRule.MayRead(KeyRule.Revoke(New(), Noon), hash, Noon));
        Assert.False(KeyRule.MayRead(New(expiresAt: Noon), hash, Noon));
        var rotated = KeyRule.Rotate(New(), AccessToken.HashOf("two"), TimeSpan.FromHours(1), Noon);
        Assert.True(KeyRule.MayRead(rotated, hash, Noon.AddMinutes(59)));
        Assert.False(KeyRule.MayRead(rotated, hash, Noon.AddMinutes(60)));
    }

    [Fact]
    public void IsLive_RevokedOrExpired_IsNot()
    {
        Assert.True(KeyRule.IsLive(New(), Noon.AddYears(100)));
        Assert.False(KeyRule.IsLive(KeyRule.Revoke(New(), Noon), Noon));
        Assert.Empty(KeyRule.Revoke(New(), Noon).Secrets);
        Assert.True(KeyRule.IsLive(New(Noon.AddDays(1)), Noon.AddDays(1).AddTicks(-1)));
        Assert.False(KeyRule.IsLive(New(Noon.AddDays(1)), Noon.AddDays(1)));
    }
}
