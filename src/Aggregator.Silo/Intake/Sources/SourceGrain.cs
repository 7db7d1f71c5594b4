using Aggregator.Store;
using Aggregator.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Aggregator.Intake;

/// <summary>
/// Keeps one source, polls it when it is due and keeps its hub pushing, by a timer while it is active and a reminder in case it is not. A poll
/// runs beside other calls; writes are made one after the other.
/// </summary>
[HashBasedPlacement]
[Reentrant]
internal sealed partial class SourceGrain(
    IStore store, SourcePoller poller, PushRequest hubs, IOptions<SourceOptions> options, StageMetrics metrics, TimeProvider clock, ILogger<SourceGrain> logger)
    : Grain, ISourceGrain, IRemindable, IDisposable
{
    private const string Reminder = "poll";
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _ending = new();
    private IGrainTimer? _timer;
    private StoredSource? _stored;
    private Task? _polling;

    private SourceId Id => SourceId.Parse(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(
            RunDueAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true });
        Take(await store.ReadSourceAsync(Id, cancellationToken));
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _ending.CancelAsync();
        if (_polling is { } polling)
            await polling.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }

    public async Task<bool> PutAsync(SourceDefinition definition)
    {
        if (definition.Id != Id) throw new ArgumentException($"The source '{definition.Id}' is not '{Id}'.", nameof(definition));
        if (WebAddress.Resolve(definition.Url, null) is null) throw new ArgumentException("Not an http or https address.", nameof(definition));
        var created = false;
        await WriteAsync(before =>
        {
            created = before is null;
            // The same again changes nothing, unless it rests and is to be roused.
            if (before is not null && before.Definition == definition && (before.Health.NextPollAt is not null || !definition.Enabled)) return before;
            var moved = before?.Definition.Url != definition.Url;
            var health = before?.Health ?? new SourceHealth();
            // One that rests, or is another feed by now, has no hub until a poll finds it.
            var keepsHub = definition.Enabled && !moved;
            return new StoredSource(
                definition,
                health with { NextPollAt = definition.Enabled ? clock.GetUtcNow() : null, FailureCount = moved ? 0 : health.FailureCount, Push = keepsHub ? health.Push : null },
                moved ? "" : keepsHub ? before!.Polling : PollMemory.Parse(before!.Polling).WithoutHub().ToJson(), (before?.Version ?? 0) + 1);
        });
        await RemindAsync(definition.Enabled);
        LogDefined(logger, Id.Value, definition.Url);
        return created;
    }

    public Task<SourceStatus?> ReadStatusAsync() => Task.FromResult(_stored is { } stored ? new SourceStatus(stored.Definition, stored.Health) : null);

    public async Task<bool> DeleteAsync()
    {
        await _writing.WaitAsync();
        try
        {
            if (!await store.DeleteSourceAsync(Id, CancellationToken.None)) return false;
            Take(null);
        }
        finally
        {
            _writing.Release();
        }
        await RemindAsync(false);
        // A hub that was told to end it will ask whether that is so.
        if (_left is null) DeactivateOnIdle();
        return true;
    }

    public async Task<SourceStatus?> PollAsync()
    {
        if (_stored is not { Definition.Enabled: true } stored) return await ReadStatusAsync();
        if (!(PollMemory.Parse(stored.Polling).PatientUntil > clock.GetUtcNow()))
            await Task.WhenAny(RunAsync(), Task.Delay(AnswerWithin, clock, _ending.Token));
        return await ReadStatusAsync();
    }

    public async Task ResumeAsync()
    {
        if (_stored is { Definition.Enabled: true }) await RemindAsync(true);
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => RunDueAsync(CancellationToken.None);

    public void Dispose()
    {
        _writing.Dispose();
        _ending.Dispose();
    }

    private async Task RunDueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (polls, steps) = (PollDue <= now, PushDue <= now);
        if (polls) await RunAsync();
        if (steps) await StepAsync();
        if (!polls && !steps) Arm();
    }

    private DateTimeOffset? PollDue => _stored is { Definition.Enabled: true } ? _stored.Health.NextPollAt : null;

    /// <summary>When the hub is asked next, or its word runs out.</summary>
    private DateTimeOffset? PushDue => _push is null ? null : _stored?.Health.Push?.LeaseUntil < _push.NextAt ? _stored.Health.Push.LeaseUntil : _push.NextAt;

    /// <summary>Runs a poll, or joins the one that runs.</summary>
    private Task RunAsync() => _polling is { IsCompleted: false } ? _polling : _polling = RunOnceAsync();

    private async Task RunOnceAsync()
    {
        try
        {
            if (_stored is not { } polled) return;
            var result = await poller.PollAsync(polled.Definition, PollMemory.Parse(polled.Polling), _ending.Token);
            await WriteAsync(current =>
                // Another address was given meanwhile: what came is no longer asked for.
                current is null || current.Definition.Url != polled.Definition.Url
                    ? current : PollFold.Fold(current, result, options.Value, clock.GetUtcNow(), Random.Shared.NextDouble()));
            if (_stored is not { Health: var health }) return;
            metrics.Polled(health.LastOutcome);
            LogPolled(logger, Id.Value, health.LastOutcome, health.NextPollAt);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Whoever activates it next polls anew.
        }
        catch (Exception fault) when (fault is not StaleActivationException)
        {
            metrics.Survived("poll");
            LogPollFailed(logger, Id.Value, fault);
            _timer?.Change(AfterFault, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Writes what a change makes of the source that stands, then takes it in; the same back writes nothing.</summary>
    private async Task WriteAsync(Func<StoredSource?, StoredSource?> change)
    {
        await _writing.WaitAsync();
        try
        {
            var next = change(_stored);
            if (next is null || next == _stored) return;
            if (!await store.PutSourceAsync(next, CancellationToken.None))
            {
                DeactivateOnIdle();
                throw new StaleActivationException($"Source '{Id}' was written elsewhere.");
            }
            Take(next);
        }
        catch (StoreUnavailableException)
        {
            // Perhaps it was written and perhaps not: only the store knows.
            DeactivateOnIdle();
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Takes in what the store has; a hub whose pushes are wanted no more is told.</summary>
    private void Take(StoredSource? stored)
    {
        var before = _push;
        _stored = stored;
        _push = stored is null ? null : PollMemory.Parse(stored.Polling).Push;
        if (before is { Token: not null } && before.Token != _push?.Token && stored?.Health.Push?.Standing != PushStanding.Denied) _ = LeaveAsync(before);
        Arm();
    }

    private void Arm()
    {
        var due = PollDue < PushDue || PushDue is null ? PollDue : PushDue;
        if (due is not { } next) return;
        var wait = next - clock.GetUtcNow();
        _timer?.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private async Task RemindAsync(bool wanted)
    {
        var period = TimeSpan.FromMinutes(options.Value.ReminderMinutes);
        if (wanted) await this.RegisterOrUpdateReminder(Reminder, period, period);
        else if (await this.GetReminder(Reminder) is { } reminder) await this.UnregisterReminder(reminder);
    }

    [LoggerMessage(LogLevel.Information, "Source {Source} is now {Url}.")]
    private static partial void LogDefined(ILogger logger, string source, string url);

    [LoggerMessage(LogLevel.Debug, "Source {Source} was polled: {Outcome}; next at {NextPollAt}.")]
    private static partial void LogPolled(ILogger logger, string source, string? outcome, DateTimeOffset? nextPollAt);

    [LoggerMessage(LogLevel.Warning, "The poll of source {Source} failed within; it is tried again in a minute.")]
    private static partial void LogPollFailed(ILogger logger, string source, Exception fault);
}
