using Aggregator.Store;
using Aggregator.Topics;
using Microsoft.Extensions.Logging;

namespace Aggregator.Subscriptions;

/// <content>Telling the subscriber.</content>
internal sealed partial class SubscriptionGrain
{
    private const int PageCount = 20;
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndedLook = TimeSpan.FromHours(1);
    private Task? _running;
    private bool _again;
    private TimeSpan? _reminded;
    private int _turn;
    private DateTimeOffset? _gatheredAt;

    public async Task<SubscriptionReply> PingAsync()
    {
        if (WebhookRefusal() is { } other) return other;
        var message = WebhookMessages.Ping(_stored!.Definition, _memory.SecretsAt, clock);
        var attempt = await AttemptAsync(message);
        return Answer() with { Attempt = attempt };
    }

    private void Wake()
    {
        _again = true;
        if (_running is not { IsCompleted: false }) _timer?.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Tells what there is to tell, or joins the run under way, which looks once more.</summary>
    private Task RunAsync() => _running is { IsCompleted: false } ? _running : _running = RunOnceAsync();

    private async Task RunOnceAsync()
    {
        var wait = TimeSpan.FromSeconds(options.Value.LookSeconds);
        try
        {
            do
            {
                _again = false;
                if (_stored is not null && ReminderDue != _reminded) await RemindAsync(ReminderDue);
                await DeliverAsync();
            }
            while (_again && !_ending.IsCancellationRequested);
            wait = NextLook(wait);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Whoever activates it next goes on.
            return;
        }
        catch (Exception fault)
        {
            metrics.Survived("delivery");
            LogFailed(logger, Id.Value, fault);
            wait = AfterFault;
        }
        if (_stored is not null && wait > TimeSpan.Zero) _timer?.Change(wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How often a reminder wakes it should its silo die: often while there may be something to tell or ask, seldom once it ended and is to be forgotten; null where nothing is due.</summary>
    private TimeSpan? ReminderDue =>
        _stored is not { Health: var health } ? null
        : health.Standing == SubscriptionStanding.Active || _memory.Request is not null ? TimeSpan.FromMinutes(options.Value.ReminderMinutes)
        : health.EndedAt is not null ? EndedLook : null;

    /// <summary>How long until there may be something to do without a hint; nothing, where only a call can bring something to do.</summary>
    private TimeSpan NextLook(TimeSpan usual)
    {
        if (_stored is not { Health: var health } || (health.Standing is SubscriptionStanding.Paused && _memory.Request is null)) return TimeSpan.Zero;
        var ended = health.EndedAt is { } at ? at + TimeSpan.FromDays(options.Value.EndedDays) : (DateTimeOffset?)null;
        if (ended is not null) usual = EndedLook;
        DateTimeOffset?[] due = [health.NextAttemptAt, health.LeaseUntil, _memory.Request?.NextAt, _gatheredAt, ended];
        var soonest = due.Min() - clock.GetUtcNow();
        return soonest < usual ? (soonest > TimeSpan.FromMilliseconds(1) ? soonest.Value : TimeSpan.FromMilliseconds(1)) : usual;
    }

    private async Task DeliverAsync()
    {
        if (_stored?.Health.EndedAt + TimeSpan.FromDays(options.Value.EndedDays) <= clock.GetUtcNow()) await DeleteAsync();
        while (_stored is { Health: var health } subscription && !_ending.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            if (_memory.Request is { } request && request.NextAt <= now)
            {
                await VerifyAsync(subscription, request);
                continue;
            }
            if (health.Standing != SubscriptionStanding.Active) return;
            if (health.LeaseUntil <= now)
            {
                await ExpireAsync(now);
                return;
            }
            if (health.NextAttemptAt > now) return;
            if (await NextAsync(subscription, now) is not { } message) return;
            await AttemptAsync(message);
        }
    }

    /// <summary>The next message that is due, of the topics by turns; null when there is none.</summary>
    private async Task<OutboundMessage?> NextAsync(StoredSubscription subscription, DateTimeOffset now)
    {
        _gatheredAt = null;
        var topics = subscription.Definition.Topics;
        // A message that failed is repeated before another topic has its turn, after a restart too.
        if (_memory.RepeatTopic is { } failed && TopicId.TryParse(failed, out var parsed) && topics.IndexOf(parsed) is var at and >= 0) _turn = at;
        for (var turn = 0; turn < topics.Length; turn++)
        {
            var topic = topics[(_turn + turn) % topics.Length];
            if (await NextAsync(topic, now) is not { } message) continue;
            _turn = (_turn + turn) % topics.Length;
            return message;
        }
        return null;
    }

    private async Task<OutboundMessage?> NextAsync(TopicId topic, DateTimeOffset now)
    {
        while (_stored is { } subscription && subscription.Health.PositionOf(topic) is { } position)
        {
            var isHub = subscription.Definition.Protocol == SubscriptionProtocol.Websub;
            var countMax = isHub || subscription.Definition.BatchSeconds is not null ? options.Value.BatchCountMax : PageCount;
            if (await GrainFactory.GetGrain<ITopicGrain>(topic.Value).ReadAfterAsync(position, countMax) is not { } page)
            {
                if (!isHub) return subscription.Health.HasLost(topic) ? null : WebhookMessages.Deletion(subscription.Definition, topic, position, _memory.SecretsAt, clock);
                await DenyAsync(subscription, "The topic was deleted.");
                return null;
            }
            if (SkippedTo(page, position) is { } start)
            {
                LogSkipped(logger, Id.Value, topic.Value, position, start);
                await WriteAsync(current => current?.Health.PositionOf(topic) != position ? null : (current with { Health = current.Health.Skipped(topic, position, start) }, null));
                continue;
            }
            if (page.Entries.IsEmpty) return null;
            if (isHub) return await NextContentAsync(subscription, topic, position, page);
            var (entries, due) = GatheringRule.Next(subscription.Definition, page.Entries, _memory.RepeatThroughOf(topic), isFull: page.Entries.Length == countMax, now);
            if (!entries.IsEmpty) return WebhookMessages.Changes(subscription.Definition, page.Topic, position, entries, _memory.SecretsAt, clock);
            if (due is not null)
            {
                _gatheredAt = due < _gatheredAt ? due : _gatheredAt ?? due;
                return null;
            }
            await MoveAsync(topic, position, page.Entries[^1].Position);
        }
        return null;
    }

    /// <summary>Where the subscription goes on when the topic has not what comes after its position; null when it has.</summary>
    private static long? SkippedTo(FeedPage page, long position) =>
        position < page.Origin ? page.Origin : position > page.LastPosition ? page.LastPosition : null;

    private Task MoveAsync(TopicId topic, long from, long to) => WriteAsync(current =>
        current is not null && current.Health.PositionOf(topic) == from ? (current with { Health = current.Health.At(topic, to) }, null) : null);

    /// <summary>Sends a message and keeps what came of it: only then does the position move.</summary>
    private async Task<DeliveryAttempt?> AttemptAsync(OutboundMessage message)
    {
        var (definition, failures) = (_stored!.Definition, _stored.Health.FailureCount);
        // A test is asked for where something fails: it does not wait behind those that hang.
        var result = await sender.SendAsync(message.Make, new Uri(definition.Url).IdnHost, failures > 0 && message.Purpose != DeliveryPurpose.Ping, _ending.Token);
        metrics.Delivered(definition.Protocol, result.Outcome);
        DeliveryAttempt? kept = null;
        await WriteAsync(current =>
        {
            if (current is null) return null;
            kept = message.Attempt(result, current.Health.AttemptCount + 1, message.IsOwed ? failures + 1 : 1);
            return (AttemptFold.Fold(current, message, kept, result, options.Value, Random.Shared.NextDouble()), kept);
        });
        if (result.IsOk && message.IsOwed) _turn++;
        if (_stored is { Health: { Standing: not SubscriptionStanding.Active, Reason: { } reason } } stopped && message.IsOwed)
            LogStopped(logger, Id.Value, stopped.Health.Standing, reason);
        return kept;
    }

    [LoggerMessage(LogLevel.Warning, "Telling subscription {Subscription} failed within; it is tried again soon.")]
    private static partial void LogFailed(ILogger logger, string subscription, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Subscription {Subscription} has position {Position} of topic {Topic}, which the topic has no more; it goes on behind {Start}.")]
    private static partial void LogSkipped(ILogger logger, string subscription, string topic, long position, long start);

    [LoggerMessage(LogLevel.Warning, "Subscription {Subscription} is {Standing}: {Reason}.")]
    private static partial void LogStopped(ILogger logger, string subscription, SubscriptionStanding standing, SubscriptionReason reason);
}
