using Aggregator.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Extraction;

/// <summary>
/// Wakes the re-reading from this silo, again and again: after a start, a failover or a reload of the lexicon there may be articles that an
/// older version has read.
/// </summary>
internal sealed partial class RereadingWatch(
    IGrainFactory grains, IOptions<RereadingOptions> options, StageMetrics metrics, TimeProvider clock, ILogger<RereadingWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.LookSeconds), clock);
        do
        {
            try
            {
                await grains.GetGrain<IRereadingGrain>(0).WakeAsync();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                metrics.Survived("rereading-watch");
                LogNotWoken(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The re-reading could not be woken; the next look is due as usual.")]
    private static partial void LogNotWoken(ILogger logger, Exception fault);
}
