using Aggregator.Extraction;
using Aggregator.Extraction.Lexicon;
using Microsoft.Extensions.Options;

namespace Aggregator.Hosting;

/// <summary>Takes up changed lexicon files while the server runs. Wrong ones are named in the log, and the lexicon before them stays in force.</summary>
internal sealed partial class LexiconWatch(
    ReloadingExtractor extractor, IOptions<LexiconOptions> options, TimeProvider clock, ILogger<LexiconWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.LookSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Look();
    }

    private void Look()
    {
        try
        {
            if (extractor.Refresh()) LogTakenUp(logger, extractor.Version);
        }
        catch (LexiconException refused)
        {
            foreach (var fault in refused.Faults) LogRefused(logger, fault, extractor.Version);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotRead(logger, fault);
        }
    }

    [LoggerMessage(LogLevel.Information, "The lexicon's changed files are in force from the next article on: version {Version}.")]
    private static partial void LogTakenUp(ILogger logger, string version);

    [LoggerMessage(LogLevel.Error, "The lexicon's changed files are refused: {Fault} Version {Version} stays in force.")]
    private static partial void LogRefused(ILogger logger, LexiconFault fault, string version);

    [LoggerMessage(LogLevel.Warning, "The lexicon's folder could not be read; the next look tries again.")]
    private static partial void LogNotRead(ILogger logger, Exception fault);
}
