using Aggregator.Access;
using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task PutKey_New_IsReadBackWholeAndCounted()
    {
        Assert.Equal(0, await Store.ReadKeysVersionAsync(Token));
        Assert.True(await Store.PutKeyAsync(Samples.Key(2), Token));
        Assert.True(await Store.PutKeyAsync(Samples.Key(1), Token));
        await ReopenAsync();
        var keys = await Store.ReadKeysAsync(Token);
        Assert.Equal(2, keys.Version);
        Assert.Equal([Samples.Key(1).Id, Samples.Key(2).Id], keys.Keys.Select(key => key.Id));
        Assert.Equivalent(Samples.Key(1), await Store.ReadKeyAsync(Samples.Key(1).Id, Token), strict: true);
        Assert.Null(await Store.ReadKeyAsync(Samples.Key(3).Id, Token));
    }

    [Fact]
    public async Task PutKey_VersionThatDoesNotFollow_IsRefused()
    {
        Assert.False(await Store.PutKeyAsync(Samples.Key(1, 2), Token));
        Assert.True(await Store.PutKeyAsync(Samples.Key(1), Token));
        Assert.True(await Store.PutKeyAsync(Samples.Key(1, 2) with { RevokedAt = Samples.Noon, Secrets = [] }, Token));
        foreach (var version in (int[])[1, 2, 4]) Assert.False(await Store.PutKeyAsync(Samples.Key(1, version), Token));
        Assert.Equal(Samples.Noon, (await Store.ReadKeyAsync(Samples.Key(1).Id, Token))!.RevokedAt);
    }

    [Fact]
    public async Task NoteKeyUsed_EarlierMoment_ChangesNothingAndNoVersion()
    {
        Assert.False(await Store.NoteKeyUsedAsync(Samples.Key(1).Id, Samples.Noon, Token));
        await Store.PutKeyAsync(Samples.Key(1), Token);
        Assert.True(await Store.NoteKeyUsedAsync(Samples.Key(1).Id, Samples.Noon.AddHours(2), Token));
        Assert.True(await Store.NoteKeyUsedAsync(Samples.Key(1).Id, Samples.Noon.AddHours(1), Token));
        await Store.PutKeyAsync(Samples.Key(1, 2), Token);
        var key = await Store.ReadKeyAsync(Samples.Key(1).Id, Token);
        Assert.Equal((2, Samples.Noon.AddHours(2)), (key!.Version, key.LastUsedAt));
        Assert.Equal(2, await Store.ReadKeysVersionAsync(Token));
    }

    [Fact]
    public async Task PutCapability_KnownTopic_IsReadBackAndGoesWithIt()
    {
        var capability = new TopicCapability([new KeySecret(new string('c', 64), Samples.Noon)]);
        Assert.False(await Store.PutCapabilityAsync(Samples.Definition(1, 2), capability, Token));
        await Store.PutTopicAsync(Samples.Definition(1), backfill: false, Token);
        Assert.True(await Store.PutCapabilityAsync(Samples.Definition(1, 2) with { Private = true }, capability, Token));
        Assert.False(await Store.PutCapabilityAsync(Samples.Definition(1, 2), null, Token));
        var stored = await Store.ReadTopicAsync(Samples.Topic(1), Token);
        Assert.True(stored!.Definition.Private);
        Assert.Equal(capability.Secrets, stored.Capability!.Secrets);
        Assert.True(await Store.PutTopicAsync(Samples.Definition(1, 3), backfill: false, Token));
        Assert.Equal(capability.Secrets, (await Store.ReadTopicAsync(Samples.Topic(1), Token))!.Capability!.Secrets);
        Assert.True(await Store.PutCapabilityAsync(Samples.Definition(1, 4), null, Token));
        Assert.Null((await Store.ReadTopicAsync(Samples.Topic(1), Token))!.Capability);
        await Store.PutCapabilityAsync(Samples.Definition(1, 5), capability, Token);
        await Store.DeleteTopicAsync(Samples.Topic(1), Token);
        await Store.PutTopicAsync(Samples.Definition(1), backfill: false, Token);
        Assert.Null((await Store.ReadTopicAsync(Samples.Topic(1), Token))!.Capability);
    }
}
