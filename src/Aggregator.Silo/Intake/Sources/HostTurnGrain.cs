using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Aggregator.Intake;

/// <summary>Queues requests to a host.</summary>
[HashBasedPlacement]
[Reentrant]
internal sealed class HostTurnGrain(IOptions<SourceOptions> options, TimeProvider clock) : Grain, IHostTurnGrain
{
    private const int WaitingCountMax = 1_000;
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);
    private readonly LinkedList<(Guid Holder, TaskCompletionSource Turn)> _waiting = [];
    private IGrainTimer? _timer;
    private Guid? _holder;
    private DateTimeOffset _heldUntil;
    private DateTimeOffset _notBefore;

    private TimeSpan WaitMax => TimeSpan.FromSeconds(options.Value.HostWaitSeconds);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(
            () =>
            {
                Advance();
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true });
        return Task.CompletedTask;
    }

    public async Task<HostTurn> TakeAsync(Guid holder)
    {
        var away = _notBefore - clock.GetUtcNow();
        if (away > WaitMax) return new HostTurn(false, away);
        if (_waiting.Count >= WaitingCountMax) return new HostTurn(false, WaitMax);
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var place = _waiting.AddLast((holder, turn));
        Advance();
        try
        {
            await turn.Task.WaitAsync(WaitMax, clock);
        }
        catch (TimeoutException) when (place.List is not null)
        {
            _waiting.Remove(place);
            return new HostTurn(false, WaitMax);
        }
        catch (TimeoutException)
        {
            // It was granted in the same moment.
        }
        return new HostTurn(true, TimeSpan.Zero);
    }

    public Task GiveBackAsync(Guid holder, TimeSpan? patience)
    {
        var now = clock.GetUtcNow();
        if (patience is { } asked) _notBefore = Later(_notBefore, now + asked);
        if (_holder == holder)
        {
            _holder = null;
            _notBefore = Later(_notBefore, now + TimeSpan.FromMilliseconds(options.Value.HostPauseMilliseconds));
        }
        Advance();
        return Task.CompletedTask;
    }

    /// <summary>Grants the next turn if it may be, else looks again when it may.</summary>
    private void Advance()
    {
        if (_waiting.First is not { } first) return;
        var now = clock.GetUtcNow();
        var free = _holder is null ? _notBefore : Later(_heldUntil, _notBefore);
        if (free > now)
        {
            _timer?.Change(free - now, Timeout.InfiniteTimeSpan);
            return;
        }
        _waiting.RemoveFirst();
        _holder = first.Value.Holder;
        _heldUntil = now + TimeSpan.FromSeconds(options.Value.RequestSeconds) + Slack;
        first.Value.Turn.SetResult();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
