using System.Collections.Immutable;
using Aggregator.Store;
using Aggregator.Telemetry;
using Aggregator.Topics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Aggregator.Subscriptions;

/// <summary>
/// Keeps one subscription and tells its subscriber, a request at a time. Hints wake it, a timer and a reminder make up for those that are lost; requests run
/// beside other calls; writes are made one after the other.
/// </summary>
[HashBasedPlacement]
[Reentrant]
internal sealed partial class SubscriptionGrain(
    IStore store, CallbackSender sender, HubAccess access, TopicWatch watch, IOptions<SubscriptionOptions> options, StageMetrics metrics, TimeProvider clock,
    ILogger<SubscriptionGrain> logger) : Grain, ISubscriptionGrain, IRemindable, IDisposable
{
    private const string Reminder = "deliver";
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _ending = new();
    private readonly HashSet<TopicId> _watched = [];
    private IGrainTimer? _timer;
    private StoredSubscription? _stored;
    private SubscriptionMemory _memory = new();

    private SubscriptionId Id => SubscriptionId.Parse(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(
            RunAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
        Take(await store.ReadSubscriptionAsync(Id, cancellationToken));
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _ending.CancelAsync();
        Watch([]);
        if (_running is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }

    public async Task<SubscriptionReply> CreateAsync(WebhookRequest request)
    {
        var definition = request.Definition;
        if (definition.Id != Id || _stored is not null) throw new ArgumentException($"'{definition.Id}' can't be made as '{Id}'.", nameof(request));
        if (request.Secret is not null && !WebhookSecret.TryRead(request.Secret, out _)) return Refuse(SubscriptionRefusal.InvalidSecret);
        if (AddressRefusal(definition.Url) is { } address) return Refuse(address);
        var (starts, refused) = await StartsAsync(definition.Topics, request.After);
        if (refused is not null) return refused;
        if (await PlaceRefusalAsync(SubscriptionProtocol.Webhook, definition.Url) is { } full) return Refuse(full);
        var secret = request.Secret ?? WebhookSecret.Make();
        await WriteAsync(_ => (new StoredSubscription(
            definition with { CreatedAt = clock.GetUtcNow() }, new SubscriptionHealth { Standing = SubscriptionStanding.Active, Positions = starts },
            new SubscriptionMemory { Secret = secret }.ToJson(), 1), null));
        LogMade(logger, Id.Value, definition.Protocol);
        return Answer() with { Secret = secret };
    }

    public Task<SubscriptionStatus?> ReadStatusAsync() => Task.FromResult(_stored is { } stored ? new SubscriptionStatus(stored.Definition, stored.Health) : null);

    public async Task<SubscriptionReply> ChangeAsync(WebhookChange change)
    {
        if (WebhookRefusal() is { } other) return other;
        if (SubscriptionChanges.GathersBinary(_stored!.Definition, change)) return Refuse(SubscriptionRefusal.GathersBinary);
        if (change.Url is { } url && AddressRefusal(url) is { } refusal) return Refuse(refusal);
        ImmutableArray<TopicPosition>? starts = null;
        if (change.Topics is { } topics)
        {
            (starts, var refused) = await StartsAsync(topics, after: null);
            if (refused is not null) return refused;
        }
        await WriteAsync(current => current is null ? null : (SubscriptionChanges.Apply(current, change, starts), null));
        return Answer();
    }

    public async Task<bool> DeleteAsync()
    {
        await _writing.WaitAsync();
        try
        {
            if (!await store.DeleteSubscriptionAsync(Id, CancellationToken.None)) return false;
            Take(null);
        }
        finally
        {
            _writing.Release();
        }
        await RemindAsync(null);
        DeactivateOnIdle();
        return true;
    }

    public async Task ForgetAsync()
    {
        if (_stored is { Health.Standing: SubscriptionStanding.Ended } && _memory.Request is null) await DeleteAsync();
    }

    public async Task<SubscriptionReply> RotateAsync(string? secret, TimeSpan overlap)
    {
        if (WebhookRefusal() is { } other) return other;
        if (secret is not null && !WebhookSecret.TryRead(secret, out _)) return Refuse(SubscriptionRefusal.InvalidSecret);
        var next = secret ?? WebhookSecret.Make();
        var until = clock.GetUtcNow() + overlap;
        await WriteAsync(current => current is null ? null : (current with
        {
            Memory = (SubscriptionMemory.Of(current) with { Secret = next, PreviousSecret = SubscriptionMemory.Of(current).Secret, PreviousUntil = until }).ToJson(),
        }, null));
        LogRotated(logger, Id.Value, until);
        return Answer() with { Secret = next, OverlapUntil = until };
    }

    public async Task<SubscriptionReply> ReplayAsync(TopicId topic, long after)
    {
        if (WebhookRefusal() is { } other) return other;
        if (_stored?.Health.PositionOf(topic) is null) return Refuse(SubscriptionRefusal.UnknownTopic) with { Topic = topic };
        var (_, refused) = await StartsAsync([topic], after);
        if (refused is not null) return refused;
        await WriteAsync(current => current is null ? null : (current with
        {
            // Behind what a receiver can't take it goes on at once.
            Health = current.Health.At(topic, after) with { FailureCount = 0, LastError = null, NextAttemptAt = null },
            Memory = SubscriptionMemory.Of(current).Repeating(topic, null).ToJson(),
        }, null));
        return Answer();
    }

    public async Task<ImmutableArray<DeliveryAttempt>?> ReadAttemptsAsync(long before, int countMax) =>
        _stored is null ? null : [.. await store.ReadAttemptsAsync(Id, before, Math.Clamp(countMax, 1, 500), CancellationToken.None)];

    public Task WakeAsync()
    {
        Wake();
        return Task.CompletedTask;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        // What is not there is not to be woken again.
        if (_stored is null) await RemindAsync(null);
        else _reminded = status.Period;
        Wake();
    }

    public void Dispose()
    {
        _writing.Dispose();
        _ending.Dispose();
    }

    /// <summary>Writes what a change makes of the subscription that stands, then takes it in; null, or the same back, writes nothing.</summary>
    private async Task WriteAsync(Func<StoredSubscription?, (StoredSubscription Next, DeliveryAttempt? Attempt)?> change)
    {
        await _writing.WaitAsync();
        try
        {
            if (change(_stored) is not { } changed || changed.Next == _stored) return;
            var next = _stored is null ? changed.Next : changed.Next with { Version = _stored.Version + 1 };
            if (!await store.PutSubscriptionAsync(next, changed.Attempt, CancellationToken.None))
            {
                DeactivateOnIdle();
                throw new StaleActivationException($"Subscription '{Id}' was written elsewhere.");
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

    /// <summary>Takes in what the store has, follows its topics if it is to be told, and looks soon.</summary>
    private void Take(StoredSubscription? stored)
    {
        _stored = stored;
        _memory = stored is null ? new SubscriptionMemory() : SubscriptionMemory.Of(stored);
        Watch(stored is { Health.Standing: SubscriptionStanding.Active } ? stored.Definition.Topics : []);
        Wake();
    }

    private void Watch(IReadOnlyCollection<TopicId> topics)
    {
        foreach (var topic in _watched.Except(topics).ToList())
        {
            watch.Leave(topic, Id);
            _watched.Remove(topic);
        }
        foreach (var topic in topics)
            if (_watched.Add(topic)) watch.Join(topic, Id);
    }

    private SubscriptionReply Answer() => _stored is { } stored ? new() { Status = new SubscriptionStatus(stored.Definition, stored.Health) } : Refuse(SubscriptionRefusal.Unknown);

    private static SubscriptionReply Refuse(SubscriptionRefusal refusal) => new() { Refusal = refusal };

    private SubscriptionReply? WebhookRefusal() =>
        _stored is null ? Refuse(SubscriptionRefusal.Unknown) : _stored.Definition.Protocol == SubscriptionProtocol.Webhook ? null : Refuse(SubscriptionRefusal.OtherProtocol);

    private SubscriptionRefusal? AddressRefusal(string url) => sender.MayCall(new Uri(url)) ? null : SubscriptionRefusal.RefusedAddress;

    private Task<SubscriptionRefusal?> PlaceRefusalAsync(SubscriptionProtocol protocol, string url) =>
        GrainFactory.GetGrain<ISubscriptionGateGrain>(0).TakeAsync(Id, protocol, SubscriptionPlaces.HostOf(url));

    /// <summary>Where topics begin: behind a position, or with what comes from now on.</summary>
    private async Task<(ImmutableArray<TopicPosition> Starts, SubscriptionReply? Refused)> StartsAsync(IEnumerable<TopicId> topics, long? after)
    {
        var starts = ImmutableArray.CreateBuilder<TopicPosition>();
        foreach (var topic in topics)
        {
            if (await GrainFactory.GetGrain<ITopicGrain>(topic.Value).ReadStatusAsync() is not { } status) return ([], Refuse(SubscriptionRefusal.UnknownTopic) with { Topic = topic });
            if (after > status.Position) return ([], Refuse(SubscriptionRefusal.PositionAhead) with { Topic = topic });
            starts.Add(new TopicPosition(topic, after ?? status.Position));
        }
        return (starts.ToImmutable(), null);
    }

    private async Task RemindAsync(TimeSpan? due)
    {
        if (due is { } period) await this.RegisterOrUpdateReminder(Reminder, period, period);
        else if (await this.GetReminder(Reminder) is { } reminder) await this.UnregisterReminder(reminder);
        _reminded = due;
    }

    [LoggerMessage(LogLevel.Information, "Subscription {Subscription} was made: {Protocol}.")]
    private static partial void LogMade(ILogger logger, string subscription, SubscriptionProtocol protocol);

    [LoggerMessage(LogLevel.Information, "Subscription {Subscription} has a new secret; the one before signs, too, until {Until}.")]
    private static partial void LogRotated(ILogger logger, string subscription, DateTimeOffset until);
}
