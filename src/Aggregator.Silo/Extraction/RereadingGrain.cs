using Aggregator.Intake;
using Aggregator.Store;
using Aggregator.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Placement;

namespace Aggregator.Extraction;

/// <summary>
/// Goes through the articles that another version of the extractor has read and hands them to the inbox again, a second's share at a time and
/// only while little waits there: from then on they take the way of any article. Passes follow one another until one finds none.
/// </summary>
[HashBasedPlacement]
internal sealed partial class RereadingGrain(
    IStore store, IExtractor extractor, IOptions<RereadingOptions> options, StageMetrics metrics, TimeProvider clock, ILogger<RereadingGrain> logger)
    : Grain, IRereadingGrain
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private IGrainTimer? _timer;
    private StoredRereading? _state;
    private bool _running = true;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(StepAsync, new GrainTimerCreationOptions(TimeSpan.Zero, Pace) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public Task WakeAsync()
    {
        Run();
        return Task.CompletedTask;
    }

    public async Task<RereadingStatus> ReadStatusAsync() => StatusOf(await LoadAsync());

    public async Task<RereadingStatus> PauseAsync(bool paused)
    {
        var state = await LoadAsync();
        if (state.Paused != paused) await MoveAsync(state with { Paused = paused });
        Run();
        return StatusOf(_state!);
    }

    private bool IsAtWork => options.Value.ArticlesPerSecond > 0 && !(_state is { } state && state.Version == extractor.Version && (state.Paused || state.DoneAt is not null));

    private void Run()
    {
        if (_running || !IsAtWork) return;
        _running = true;
        _timer?.Change(TimeSpan.Zero, Pace);
    }

    private void Rest()
    {
        _running = false;
        _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private async Task StepAsync(CancellationToken cancellation)
    {
        try
        {
            var state = await LoadAsync();
            if (IsAtWork) await HandOnAsync(state, cancellation);
            else Rest();
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            metrics.Survived("rereading");
            LogStepFailed(logger, fault);
        }
    }

    private async Task HandOnAsync(StoredRereading state, CancellationToken cancellation)
    {
        if ((await store.ReadLagAsync(cancellation)).PendingCount >= options.Value.WaitingCountMax) return;
        var stale = await store.ReadStaleArticlesAsync(state.Version, state.After, options.Value.ArticlesPerSecond, cancellation);
        if (stale.Count > 0)
        {
            await MoveAsync(state with { After = stale[^1], ReadCount = state.ReadCount + stale.Count }, stale);
            foreach (var partition in stale.Select(article => PartitionRule.Of(article, store.PartitionCount)).Distinct())
                await GrainFactory.GetGrain<IIntakeGrain>(partition).WakeAsync();
        }
        // What was read by an older version behind the pass is found by the next; one that finds nothing from its beginning is the last.
        else if (state.After is not null)
        {
            await MoveAsync(state with { After = null });
        }
        else
        {
            await MoveAsync(state with { DoneAt = clock.GetUtcNow() });
            if (state.ReadCount > 0) LogDone(logger, state.ReadCount, state.Version);
        }
    }

    /// <summary>How far it has come; begun anew where the extractor has another version than the one it was begun for.</summary>
    private async Task<StoredRereading> LoadAsync()
    {
        _state ??= await store.ReadRereadingAsync(CancellationToken.None);
        var version = extractor.Version;
        if (_state?.Version == version) return _state;
        var total = await store.CountStaleArticlesAsync(version, CancellationToken.None);
        await MoveAsync(new StoredRereading(_state?.Number ?? 0, version, After: null, total, ReadCount: 0, _state?.Paused ?? false, clock.GetUtcNow(), DoneAt: null));
        if (total > 0) LogBegun(logger, total, version);
        return _state!;
    }

    private async Task MoveAsync(StoredRereading state, IReadOnlyCollection<ArticleId>? again = null)
    {
        var next = state with { Number = state.Number + 1 };
        // Whether it was written is unknown where this throws, and another has written where it answers false: only the store knows.
        _state = null;
        if (!await store.PutRereadingAsync(next, again ?? [], clock.GetUtcNow(), CancellationToken.None))
            throw new StaleActivationException("Another activation re-reads the stored articles.");
        _state = next;
        metrics.Rereading(again?.Count ?? 0, Math.Max(0, next.DoneAt is null ? next.TotalCount - next.ReadCount : 0));
    }

    private RereadingStatus StatusOf(StoredRereading state) => new()
    {
        Version = state.Version, Paused = state.Paused || options.Value.ArticlesPerSecond == 0, TotalCount = state.TotalCount, ReadCount = state.ReadCount,
        StartedAt = state.StartedAt, DoneAt = state.DoneAt,
    };

    [LoggerMessage(LogLevel.Information, "{Count} stored articles are to be read again, by version {Version}.")]
    private static partial void LogBegun(ILogger logger, long count, string version);

    [LoggerMessage(LogLevel.Information, "{Count} stored articles were read again; all are read by version {Version} now.")]
    private static partial void LogDone(ILogger logger, long count, string version);

    [LoggerMessage(LogLevel.Warning, "A step of the re-reading failed and will be taken again.")]
    private static partial void LogStepFailed(ILogger logger, Exception fault);
}
