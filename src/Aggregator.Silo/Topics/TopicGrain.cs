using System.Collections.Immutable;
using Aggregator.Access;
using Aggregator.Aggregates;
using Aggregator.Resolution;
using Aggregator.Store;
using Aggregator.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Placement;
using EventId = Aggregator.Resolution.EventId;

namespace Aggregator.Topics;

/// <summary>Appends each change with the next position, then takes it in, then tells its followers. Reads are served beside writes.</summary>
[HashBasedPlacement]
internal sealed partial class TopicGrain(
    IStore store, IOptions<TopicOptions> options, StageMetrics metrics, TimeProvider clock, ILogger<TopicGrain> logger) : Grain, ITopicGrain
{
    private readonly TopicFollowers _followers = new(TimeSpan.FromSeconds(options.Value.FollowerSeconds), metrics, clock);
    private IGrainTimer? _backfill;
    private TopicMemory? _memory;

    private TopicId Id => TopicId.Parse(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _memory = await TopicMemory.LoadAsync(store, Id, options.Value.RecentCountMax, cancellationToken);
        _backfill = this.RegisterGrainTimer(BackfillAsync, new GrainTimerCreationOptions(BackfillDue, Timeout.InfiniteTimeSpan) { KeepAlive = true });
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _followers.TellMovedAsync();

    private TimeSpan BackfillDue => _memory?.BackfillCursor is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;

    public async Task<PutTopicReply> PutAsync(string title, string description, string question, bool? isPrivate)
    {
        if (QuestionParser.Parse(question, out var error) is null) return new PutTopicReply { Error = error };
        var last = _memory?.Definition;
        if (last is not null && (last.Title, last.Description, last.Question, last.Private) == (title, description, question, isPrivate ?? last.Private))
            return new PutTopicReply { Definition = last };
        var now = clock.GetUtcNow();
        var definition = new TopicDefinition
        {
            Id = Id, Title = title, Description = description, Question = question, Version = (last?.Version ?? 0) + 1,
            CreatedAt = last?.CreatedAt ?? now, ChangedAt = now, Private = isPrivate ?? last?.Private ?? false,
        };
        var asksAnew = last?.Question != question;
        await WriteAsync(() => store.PutTopicAsync(definition, asksAnew, CancellationToken.None));
        if (_memory is null) _memory = await TopicMemory.LoadAsync(store, Id, options.Value.RecentCountMax, CancellationToken.None);
        else _memory.Apply(definition, asksAnew);
        _backfill?.Change(BackfillDue, Timeout.InfiniteTimeSpan);
        LogDefined(logger, Id.Value, definition.Version);
        if (definition.Private && last is { Private: false }) await _followers.TellDeletedAsync();
        return new PutTopicReply { Definition = definition, Created = last is null };
    }

    public Task<TopicAccess?> ReadAccessAsync() =>
        Task.FromResult(_memory is { } memory ? new TopicAccess(memory.Definition.Private, memory.Capability) : null);

    public async Task<bool> PutCapabilityAsync(string? hash, TimeSpan overlap)
    {
        if (_memory is not { } memory) return false;
        var now = clock.GetUtcNow();
        var definition = memory.Definition with { Version = memory.Definition.Version + 1, ChangedAt = now };
        var capability = new TopicCapability(KeyRule.Rotate(memory.Capability.Secrets, hash, overlap, now));
        await WriteAsync(() => store.PutCapabilityAsync(definition, capability.Secrets.IsEmpty ? null : capability, CancellationToken.None));
        memory.Apply(definition, capability);
        // Who follows by a capability that was taken away must not hear more; whoever still may comes back by position.
        await _followers.TellDeletedAsync();
        return true;
    }

    public Task<TopicStatus?> ReadStatusAsync() => Task.FromResult(_memory is not { } memory ? null : new TopicStatus
    {
        Definition = memory.Definition, Position = memory.Position, EventCount = memory.State.Events.Count, LastEntryAt = memory.LastEntryAt,
        Backfilling = memory.BackfillCursor is not null, FollowerCount = _followers.ConnectionCount,
    });

    public async Task<bool> DeleteAsync()
    {
        if (!await store.DeleteTopicAsync(Id, CancellationToken.None)) return false;
        _memory = null;
        await _followers.TellDeletedAsync();
        DeactivateOnIdle();
        return true;
    }

    public Task ApplyAsync(Immutable<ImmutableArray<EventDelivery>> batch) => ApplyAsync(batch.Value, asked: false, move: null);

    public async Task<FeedPage?> ReadAfterAsync(long position, int countMax)
    {
        if (PageNow() is not { } page) return null;
        var entries = _memory!.RecentAfter(position, countMax) ?? [.. await store.ReadEntriesAfterAsync(Id, position, countMax, CancellationToken.None)];
        return page with { Entries = entries, LastPosition = entries.IsEmpty ? page.LastPosition : Math.Max(page.LastPosition, entries[^1].Position) };
    }

    public async Task<FeedPage?> ReadBeforeAsync(long position, int countMax)
    {
        if (PageNow() is not { } page) return null;
        var before = Math.Min(position, page.LastPosition + 1);
        var entries = _memory!.RecentBefore(before, countMax) ?? [.. await store.ReadEntriesBeforeAsync(Id, before, countMax, CancellationToken.None)];
        return page with { Entries = entries };
    }

    public async Task<ImmutableArray<EntryPlace>?> ReadPlacesAsync(ImmutableArray<EventId> events, long before, int countMax) =>
        _memory is null ? null : [.. await store.ReadPlacesAsync(Id, events, before, countMax, CancellationToken.None)];

    public async Task<ImmutableArray<FeedEntry>?> ReadLastEntriesAsync(long after, long through, int countMax) =>
        _memory is null ? null : [.. await store.ReadLastEntriesAsync(Id, after, through, countMax, CancellationToken.None)];

    public async Task<EventPage?> ReadEventsAsync(EventQuery query)
    {
        if (await KnownAtAsync(query.AtPosition) is not { } known) return null;
        var events = EventDay.Latest(known.Events, query.From, query.To).ToList();
        return new EventPage { Events = [.. events.Skip(query.Skip).Take(query.CountMax)], TotalCount = events.Count, Position = known.Position };
    }

    public async Task<Counts?> ReadCountsAsync(CountQuery query) =>
        await KnownAtAsync(query.AtPosition) is { } known ? CountFold.Fold(known.Events, query, known.Position) : null;

    public async Task<CasualtyLedger?> ReadCasualtiesAsync(CasualtyQuery query) =>
        await KnownAtAsync(query.AtPosition) is { } known ? CasualtyFold.Fold(known.Events, query, known.Position) : null;

    public async Task<Contacts?> ReadContactsAsync(ContactQuery query) =>
        await KnownAtAsync(query.AtPosition) is { } known ? ContactFold.Fold(known.Events, query, known.Position) : null;

    public async Task<TopicMoment?> ReadMomentAsync(DateTimeOffset moment)
    {
        if (_memory is not { } memory) return null;
        var position = memory.LastEntryAt <= moment ? memory.Position : await store.ReadPositionAsOfAsync(Id, moment, CancellationToken.None);
        return new TopicMoment(Math.Max(position, memory.Origin), memory.Definition.CreatedAt);
    }

    public async Task<TopicChanges?> ReadChangesAsync(ChangeQuery query)
    {
        if (_memory is null) return null;
        var between = await store.ReadLastEntriesAsync(Id, query.From, query.To, int.MaxValue, CancellationToken.None);
        var before = between.Count == 0 ? [] : await store.ReadEarlierEntriesAsync(Id, query.From, query.To, CancellationToken.None);
        var changes = DifferenceRule.Between(before, between);
        return new TopicChanges { From = query.From, To = query.To, Changes = [.. changes.Take(query.CountMax)], TotalCount = changes.Count };
    }

    public Task<long?> FollowAsync(ITopicObserver observer, int connectionCount)
    {
        if (_memory is null) return Task.FromResult<long?>(null);
        _followers.Renew(observer, connectionCount);
        return Task.FromResult<long?>(_memory.Position);
    }

    public Task UnfollowAsync(ITopicObserver observer)
    {
        _followers.Remove(observer);
        return Task.CompletedTask;
    }

    public Task ResumeAsync() => Task.CompletedTask;

    /// <summary>A page without entries, of the moment before the store is asked for them: who follows from its last position misses none that is appended meanwhile.</summary>
    private FeedPage? PageNow() =>
        _memory is { } memory ? new FeedPage { Topic = memory.Definition, Entries = [], LastPosition = memory.Position, Origin = memory.Origin } : null;

    private async Task BackfillAsync(CancellationToken cancellation)
    {
        if (_memory is not { BackfillCursor: { } cursor }) return;
        try
        {
            var (events, target) = await store.ReadEventsAsync(cursor, options.Value.BackfillCountMax, cancellation);
            await ApplyAsync([.. events.Select(newsEvent => new EventDelivery(newsEvent, null))], asked: true, new BackfillMove(events.Count == 0 ? null : target));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            metrics.Survived("backfill");
            LogBackfillFailed(logger, Id.Value, fault);
            _backfill?.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            return;
        }
        _backfill?.Change(BackfillDue, Timeout.InfiniteTimeSpan);
    }

    private async Task ApplyAsync(ImmutableArray<EventDelivery> batch, bool asked, BackfillMove? move)
    {
        if (_memory is not { Question: { } question } memory) return;
        var entries = ImmutableArray.CreateBuilder<FeedEntry>();
        var heard = new List<TopicMember>();
        foreach (var (newsEvent, traceParent) in batch.GroupBy(delivery => delivery.Event.Id).Select(same => same.MaxBy(delivery => delivery.Event.Revision)!))
        {
            if (memory.State.Decide(newsEvent, question, asked) is { } change)
            {
                using var activity = Trace.Begin("record", traceParent);
                entries.Add(EntryOf(newsEvent, change, memory.Position + entries.Count + 1, asked));
            }
            else if (!memory.State.HasHeard(newsEvent)) heard.Add(new TopicMember(newsEvent, Answers: false));
        }
        // What a backfill finds not to answer need not be remembered: routing never brought it here.
        var append = new TopicAppend(Id, memory.Position, memory.Definition.Version, entries.ToImmutable(), asked ? [] : heard, move);
        if (append.Entries.Count == 0 && append.Heard.Count == 0 && move is null) return;
        await WriteAsync(() => store.AppendEntriesAsync(append, CancellationToken.None));
        memory.Apply(append);
        foreach (var entry in entries) metrics.Recorded(entry.Change);
        if (entries.Count > 0) await _followers.TellAsync(entries.ToImmutable());
    }

    private FeedEntry EntryOf(NewsEvent newsEvent, EntryChange change, long position, bool asked) => new()
    {
        Topic = Id, Position = position, Change = change, Event = newsEvent, RecordedAt = clock.GetUtcNow(),
        Reason = change == EntryChange.Retracted && newsEvent.State == EventState.Active
            ? asked ? "the question changed" : "it no longer answers the question"
            : newsEvent.Reason,
    };

    /// <summary>The events in the topic at a position, or now: an earlier state is what the last entry of each event up to there says.</summary>
    private async Task<(IReadOnlyCollection<NewsEvent> Events, long Position)?> KnownAtAsync(long? position)
    {
        if (_memory is not { } memory) return null;
        if (position is not { } at || at >= memory.Position) return (memory.State.Events, memory.Position);
        var entries = await store.ReadLastEntriesAsync(Id, 0, at, int.MaxValue, CancellationToken.None);
        return ([.. entries.Where(entry => TopicState.IsIn(entry.Change)).Select(entry => entry.Event)], at);
    }

    /// <summary>Writes; where another has written, or nobody knows whether it was written, the grain ends: only the store knows.</summary>
    private async Task WriteAsync(Func<Task<bool>> write)
    {
        var written = false;
        try
        {
            written = await write();
        }
        finally
        {
            if (!written) DeactivateOnIdle();
        }
        if (!written) throw new StaleActivationException($"Another activation wrote topic '{Id}'.");
    }

    [LoggerMessage(LogLevel.Information, "Topic {Topic} is defined, version {Version}.")]
    private static partial void LogDefined(ILogger logger, string topic, int version);

    [LoggerMessage(LogLevel.Warning, "A step of the backfill of topic {Topic} failed and will be taken again.")]
    private static partial void LogBackfillFailed(ILogger logger, string topic, Exception fault);
}
