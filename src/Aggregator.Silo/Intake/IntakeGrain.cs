using Aggregator.Store;
using Aggregator.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Placement;

namespace Aggregator.Intake;

/// <summary>
/// Reads on from its partition's cursor, a batch at a time, drives the batch through the stages, and moves the cursor when all have
/// acknowledged. A crash repeats the batch; every later stage recognises what it has seen.
/// </summary>
[HashBasedPlacement]
internal sealed partial class IntakeGrain(
    IStore store, StagePipeline pipeline, IOptions<IntakeOptions> options, StageMetrics metrics, TimeProvider clock, ILogger<IntakeGrain> logger)
    : Grain, IIntakeGrain
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);

    private IGrainTimer? _timer;
    private long? _cursor;
    private bool _working;
    private bool _woken;

    private int Partition => (int)this.GetPrimaryKeyLong();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Partition, store.PartitionCount, "partition");
        _timer = this.RegisterGrainTimer(WorkAsync, new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public Task WakeAsync()
    {
        _woken = true;
        if (!_working) _timer?.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        _working = true;
        try
        {
            do
            {
                _woken = false;
                while (await RunBatchAsync(cancellation)) { }
            }
            while (_woken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // Nothing is lost: the cursor stands, and the batch is driven again.
            _cursor = null;
            metrics.Survived("intake");
            LogBatchFailed(logger, Partition, fault);
            _timer?.Change(RetryAfter, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            _working = false;
        }
    }

    private async Task<bool> RunBatchAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var cursor = _cursor ??= await store.ReadCursorAsync(Partition, cancellation);
        var rows = await store.ReadInboxAsync(Partition, cursor, options.Value.BatchCountMax, cancellation);
        if (rows.Count == 0) return false;
        var began = clock.GetTimestamp();
        await pipeline.DriveAsync(rows, cancellation);
        var target = rows[^1].Sequence;
        if (!await store.MoveCursorAsync(Partition, cursor, target, cancellation))
        {
            // Another activation drives this partition: only the store knows where it stands.
            LogCursorMoved(logger, Partition);
            DeactivateOnIdle();
            _cursor = null;
            return false;
        }
        _cursor = target;
        metrics.BatchDone(clock.GetElapsedTime(began));
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "A batch of partition {Partition} failed and will be driven again.")]
    private static partial void LogBatchFailed(ILogger logger, int partition, Exception fault);

    [LoggerMessage(LogLevel.Information, "Partition {Partition} is driven by another activation; this one ends.")]
    private static partial void LogCursorMoved(ILogger logger, int partition);
}
