using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aggregator.Feeds;

/// <summary>
/// Notices when a node comes or goes. A topic whose node was killed could not tell its followers that it goes on elsewhere: they follow it anew at once, not
/// when their renewal is due.
/// </summary>
internal sealed partial class NodeWatch(IGrainFactory grains, StreamHub hub, TimeProvider clock, ILogger<NodeWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        string? known = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // Nobody follows: there is nothing to notice, and nothing missed.
            if (hub.Count == 0) continue;
            try
            {
                var nodes = await ReadAsync();
                if (known is not null && nodes != known) await hub.RenewAsync(stoppingToken);
                known = nodes;
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogNotRead(logger, fault);
            }
        }
    }

    private async Task<string> ReadAsync() => string.Join(' ', (await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: false))
        .Select(node => $"{node.Key}={node.Value}").Order(StringComparer.Ordinal));

    [LoggerMessage(LogLevel.Debug, "The list of nodes could not be read; the next look is due as usual.")]
    private static partial void LogNotRead(ILogger logger, Exception fault);
}
