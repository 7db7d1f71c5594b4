using Aggregator.Store;
using Aggregator.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary>
/// Looks at the inbox of this silo's store: keeps the last reading of what waits, for back pressure and metrics, and wakes the partitions
/// where rows wait that no hint announced, after a start or a failover.
/// </summary>
public sealed partial class InboxWatch(
    IStore store, IGrainFactory grains, IOptions<IntakeOptions> options, StageMetrics metrics, TimeProvider clock, ILogger<InboxWatch> logger)
    : BackgroundService
{
    private InboxLag _last = new(0, null);

    /// <summary>The last reading; not older than the options' look, while the store answers.</summary>
    public InboxLag Last => Volatile.Read(ref _last);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.LookSeconds), clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                metrics.Survived("inbox-watch");
                LogLookFailed(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var lag = await store.ReadLagAsync(cancellation);
        Volatile.Write(ref _last, lag);
        metrics.Lagging(lag, clock.GetUtcNow());
        if (lag.PendingCount == 0) return;
        for (var partition = 0; partition < store.PartitionCount; partition++) await grains.GetGrain<IIntakeGrain>(partition).WakeAsync();
    }

    [LoggerMessage(LogLevel.Warning, "The inbox could not be looked at; the next look is due as usual.")]
    private static partial void LogLookFailed(ILogger logger, Exception fault);
}
