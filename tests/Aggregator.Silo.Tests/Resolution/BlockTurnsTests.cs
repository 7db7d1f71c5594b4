using Xunit;

namespace Aggregator.Resolution;

public class BlockTurnsTests
{
    private static readonly BlockKey Harm = BlockKey.Parse("harm");
    private static readonly BlockKey Talks = BlockKey.Parse("talks");

    [Fact]
    public async Task Take_MoreThanMayCall_LetsTheOthersWaitForThatBlockAlone()
    {
        using var turns = new BlockTurns(2);
        var (begun, done) = (0, new TaskCompletionSource());
        Task<int> CallAsync(BlockKey block, TaskCompletionSource until) => turns.TakeAsync(
            block,
            async () =>
            {
                var number = Interlocked.Increment(ref begun);
                await until.Task;
                return number;
            },
            TestContext.Current.CancellationToken);
        var calls = Enumerable.Range(0, 5).Select(_ => CallAsync(Harm, done)).ToList();
        Assert.Equal(2, begun);
        var other = new TaskCompletionSource();
        var elsewhere = CallAsync(Talks, other);
        Assert.Equal(3, begun);
        other.SetResult();
        Assert.Equal(3, await elsewhere);
        Assert.Equal(3, begun);
        done.SetResult();
        Assert.Equal([1, 2, 4, 5, 6], (await Task.WhenAll(calls)).Order());
    }

    [Fact]
    public async Task Take_CallThatFails_LeavesItsTurnToTheNext()
    {
        using var turns = new BlockTurns(1);
        await Assert.ThrowsAsync<TimeoutException>(() => turns.TakeAsync<int>(Harm, () => throw new TimeoutException(), TestContext.Current.CancellationToken));
        Assert.Equal(7, await turns.TakeAsync(Harm, () => Task.FromResult(7), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Take_WaitThatIsCancelled_Ends()
    {
        using var turns = new BlockTurns(1);
        using var ending = new CancellationTokenSource();
        var first = new TaskCompletionSource<int>();
        var call = turns.TakeAsync(Harm, () => first.Task, TestContext.Current.CancellationToken);
        var waiting = turns.TakeAsync(Harm, () => Task.FromResult(2), ending.Token);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.SetResult(1);
        Assert.Equal(1, await call);
    }
}
