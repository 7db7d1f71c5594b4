using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aggregator.Membership;

/// <summary>
/// Keeps a silo that was frozen from answering out of memory that its successors have moved on from. The store refuses what it would append;
/// this refuses what it would say. A beat that comes late, or a call that finds the last one long past, means that the process
/// stood still: then no grain answers until the membership table has said that this silo was not voted out meanwhile.
/// </summary>
internal sealed partial class SiloFence(
    IMembershipTable membership, ILocalSiloDetails silo, TimeProvider clock, ILogger<SiloFence> logger) : BackgroundService, IIncomingGrainCallFilter
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>Shorter than any silo is voted out in, and longer than a pause of the garbage collector should be.</summary>
    private static readonly TimeSpan StandstillMin = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private long _beatAt = clock.GetTimestamp();
    private long _standstillCount;
    private Task? _asking;

    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain is not Grain)
        {
            await context.Invoke();
            return;
        }
        await AllowAsync();
        var count = Interlocked.Read(ref _standstillCount);
        await context.Invoke();
        // What was computed before a standstill is not said after it without asking.
        Look();
        if (Interlocked.Read(ref _standstillCount) != count) await AllowAsync();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ends = stoppingToken.Register(_stopping.Cancel);
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Look();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _stopping.Dispose();
    }

    private Task AllowAsync()
    {
        Look();
        return Volatile.Read(ref _asking) ?? Task.CompletedTask;
    }

    private void Look()
    {
        var now = clock.GetTimestamp();
        if (clock.GetElapsedTime(Interlocked.Exchange(ref _beatAt, now), now) < StandstillMin) return;
        lock (_lock)
        {
            Interlocked.Increment(ref _standstillCount);
            // A standstill during the question asks it anew.
            Volatile.Write(ref _asking, AskAsync(Interlocked.Read(ref _standstillCount)));
        }
    }

    /// <summary>Ends once the table lists this silo as active; throws for good when it lists it as dead.</summary>
    private async Task AskAsync(long standstill)
    {
        // The caller holds the lock.
        await Task.Yield();
        while (!await IsActiveAsync()) await Task.Delay(AskAgainAfter, clock, _stopping.Token);
        lock (_lock)
            if (standstill == _standstillCount) Volatile.Write(ref _asking, null);
    }

    private async Task<bool> IsActiveAsync()
    {
        SiloStatus? status;
        try
        {
            status = (await membership.ReadRowAsync(silo.SiloAddress)).Members is [var row, ..] ? row.Item1.Status : null;
        }
        catch (Exception fault)
        {
            LogUnknown(logger, fault);
            return false;
        }
        // A silo that starts slowly stands still too, and is not listed yet.
        if (status != SiloStatus.Dead) return status is not null;
        LogVotedOut(logger);
        throw new OrleansException("This silo stood still for so long that the others voted it out; it answers no more.");
    }

    [LoggerMessage(LogLevel.Warning, "This silo stood still, and the membership table can't be asked whether it was voted out. Until it can, no grain answers here.")]
    private static partial void LogUnknown(ILogger logger, Exception fault);

    [LoggerMessage(LogLevel.Error, "This silo stood still for so long that the others voted it out. It answers no more and ends.")]
    private static partial void LogVotedOut(ILogger logger);
}
