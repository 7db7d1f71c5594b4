using Microsoft.Extensions.Options;
using Xunit;

namespace Aggregator.Subscriptions;

public sealed class CallLanesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Run_HostThatHangs_LetsTheNextByAndIsStillWaitedFor()
    {
        using var lanes = Lanes(slowSeconds: 0.05);
        var hanging = new TaskCompletionSource<int>();
        var first = lanes.RunAsync("hooks.example", ailing: false, () => hanging.Task, TestContext.Current.CancellationToken);
        Assert.Equal(2, await lanes.RunAsync("hooks.example", ailing: false, () => Task.FromResult(2), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.False(first.IsCompleted);
        hanging.SetResult(1);
        Assert.Equal(1, await first);
    }

    [Fact]
    public async Task Run_OneThatAiled_WaitsForItsLikeToTheEndAndForNobodyElse()
    {
        using var lanes = Lanes(slowSeconds: 0.05);
        var hanging = new TaskCompletionSource<int>();
        var order = new List<int>();
        var first = lanes.RunAsync("hooks.example", ailing: true, () => hanging.Task, TestContext.Current.CancellationToken);
        var second = lanes.RunAsync("hooks.example", ailing: true, () => TakeAsync(order, 2), TestContext.Current.CancellationToken);
        await lanes.RunAsync("hooks.example", ailing: false, () => TakeAsync(order, 3), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        hanging.SetResult(1);
        Assert.Equal((1, 2), (await first, await second));
        Assert.Equal([3, 2], order);
    }

    [Fact]
    public async Task Run_Cancelled_LeavesItsPlaceToOthers()
    {
        using var lanes = Lanes(slowSeconds: 60);
        using var cancelled = new CancellationTokenSource();
        var first = lanes.RunAsync("hooks.example", ailing: false, () => Task.Delay(Timeout.Infinite, cancelled.Token).ContinueWith(_ => 1, TestContext.Current.CancellationToken), cancelled.Token);
        await cancelled.CancelAsync();
        await first;
        await Assert.ThrowsAsync<InvalidOperationException>(() => lanes.RunAsync<int>("hooks.example", ailing: false, () => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => lanes.RunAsync("hooks.example", ailing: false, () => Task.FromException<int>(new InvalidOperationException()), TestContext.Current.CancellationToken));
        Assert.Equal(2, await lanes.RunAsync("hooks.example", ailing: false, () => Task.FromResult(2), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    private static Task<int> TakeAsync(List<int> order, int number)
    {
        lock (order) order.Add(number);
        return Task.FromResult(number);
    }

    private static CallLanes Lanes(double slowSeconds) =>
        new(Options.Create(new SubscriptionOptions { HostCountMax = 1, HostAilingCountMax = 1, SlowSeconds = slowSeconds }), TimeProvider.System);
}
