using System.Text.Json;
using Aggregator.Subscriptions;
using Xunit;

namespace Aggregator.Store;

public abstract partial class StoreConformance
{
    private static readonly SubscriptionId Hook = SubscriptionId.Parse("hook");

    [Fact]
    public async Task PutSubscription_New_IsReadBackWhole()
    {
        Assert.True(await Store.PutSubscriptionAsync(Samples.Subscription("hook", memory: """{"secret":"s"}"""), null, Token));
        await ReopenAsync();
        IsSame(Samples.Subscription("hook", memory: """{"secret":"s"}"""), await Store.ReadSubscriptionAsync(Hook, Token));
        Assert.Null(await Store.ReadSubscriptionAsync(SubscriptionId.Parse("other"), Token));
        Assert.Empty(await Store.ReadAttemptsAsync(Hook, long.MaxValue, 10, Token));
    }

    [Fact]
    public async Task PutSubscription_VersionThatDoesNotFollow_WritesNeitherItNorTheAttempt()
    {
        Assert.False(await Store.PutSubscriptionAsync(Samples.Subscription("hook", 2), Samples.Attempt(1), Token));
        Assert.True(await Store.PutSubscriptionAsync(Samples.Subscription("hook"), null, Token));
        Assert.True(await Store.PutSubscriptionAsync(Samples.Subscription("hook", 2), Samples.Attempt(1), Token));
        foreach (var version in (long[])[1, 2, 4]) Assert.False(await Store.PutSubscriptionAsync(Samples.Subscription("hook", version, "refused"), Samples.Attempt(2), Token));
        IsSame(Samples.Subscription("hook", 2), await Store.ReadSubscriptionAsync(Hook, Token));
        Assert.Equal([Samples.Attempt(1)], await Store.ReadAttemptsAsync(Hook, long.MaxValue, 10, Token));
    }

    [Fact]
    public async Task PutSubscription_TooMuchToRemember_IsRefused()
    {
        var most = new string('x', StoredSubscription.MemoryBytesMax);
        Assert.True(await Store.PutSubscriptionAsync(Samples.Subscription("hook", memory: most), null, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutSubscriptionAsync(Samples.Subscription("hook", 2, most + "x"), null, Token));
    }

    [Fact]
    public async Task ReadAttempts_MoreThanAreKept_GivesTheLastInPagesNewestFirst()
    {
        const int Count = StoredSubscription.AttemptCountMax + 5;
        await Store.PutSubscriptionAsync(Samples.Subscription("hook"), null, Token);
        for (var number = 1; number <= Count; number++) Assert.True(await Store.PutSubscriptionAsync(Samples.Subscription("hook", number + 1), Samples.Attempt(number), Token));
        var all = await Store.ReadAttemptsAsync(Hook, long.MaxValue, 1_000, Token);
        Assert.Equal(Enumerable.Range(6, StoredSubscription.AttemptCountMax).Reverse().Select(number => (long)number), all.Select(attempt => attempt.Number));
        Assert.Equal([Samples.Attempt(99), Samples.Attempt(98)], await Store.ReadAttemptsAsync(Hook, 100, 2, Token));
    }

    [Fact]
    public async Task ReadSubscriptions_InPages_ById()
    {
        foreach (var id in (string[])["c", "a", "b"]) await Store.PutSubscriptionAsync(Samples.Subscription(id), null, Token);
        Assert.Equal(["a", "b"], (await Store.ReadSubscriptionsAsync(null, 2, Token)).Select(subscription => subscription.Definition.Id.Value));
        Assert.Equal(["c"], (await Store.ReadSubscriptionsAsync(SubscriptionId.Parse("b"), 2, Token)).Select(subscription => subscription.Definition.Id.Value));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadSubscriptionsAsync(null, 0, Token));
    }

    [Fact]
    public async Task DeleteSubscription_Known_GoesWithItsLogAndCanBeMadeAgain()
    {
        await Store.PutSubscriptionAsync(Samples.Subscription("hook"), null, Token);
        await Store.PutSubscriptionAsync(Samples.Subscription("hook", 2), Samples.Attempt(1), Token);
        Assert.True(await Store.DeleteSubscriptionAsync(Hook, Token));
        Assert.False(await Store.DeleteSubscriptionAsync(Hook, Token));
        Assert.Null(await Store.ReadSubscriptionAsync(Hook, Token));
        Assert.True(await Store.PutSubscriptionAsync(Samples.Subscription("hook"), null, Token));
        Assert.Empty(await Store.ReadAttemptsAsync(Hook, long.MaxValue, 10, Token));
    }

    // Their lists are equal by what is in them.
    private static void IsSame(StoredSubscription expected, StoredSubscription? actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
