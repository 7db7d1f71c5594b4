using Aggregator.Store;

namespace Aggregator.Intake;

/// <summary>What a poll changes in a source: how it fares, what is remembered, when it is asked next.</summary>
internal static class PollFold
{
    private const int DetailLengthMax = 500;
    private const int MovedFailureCountMax = 3;

    /// <summary>The source after the poll, its version one up.</summary>
    /// <param name="source">The source before it.</param>
    /// <param name="result">What came of the poll.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="now">When the poll ended, UTC.</param>
    /// <param name="chance">A random number from 0 to 1.</param>
    internal static StoredSource Fold(StoredSource source, PollResult result, SourceOptions options, DateTimeOffset now, double chance)
    {
        var memory = PollMemory.Parse(source.Polling);
        var bounds = Bounds(source.Definition, options);
        var (health, next) = result switch
        {
            PollResult.Taken taken => Take(source.Health, memory, taken, bounds, now, chance),
            PollResult.Unchanged unchanged => Keep(source.Health, memory, unchanged, bounds, now, chance),
            PollResult.Failed failed => Fail(source.Health, memory, failed.Why, bounds, now, chance),
            PollResult.PutOff putOff => PutOff(source.Health, memory, putOff, bounds, now, chance),
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
        if (result is PollResult.Taken { LeftCount: 0 } or PollResult.Unchanged)
            health = PushFold.Polled(source.Health, health, result is PollResult.Taken { NewCount: > 0 } or PollResult.Taken { RevisedCount: > 0 }, source.Definition, options, now);
        if (source.Definition.Enabled && TellsOfHub(result, health, options))
        {
            (health, var push) = PushFold.Offered(health, memory.Push, OfferOf(result, health), options.CallbackUrl is not null, now);
            next = next with { Push = push };
        }
        if (result is PollResult.Taken or PollResult.Unchanged && next.Push is { } counted) next = next with { Push = counted with { NewCount = 0 } };
        if (!source.Definition.Enabled) health = health with { NextPollAt = null };
        return source with { Health = health, Polling = next.ToJson(), Version = source.Version + 1 };
    }

    /// <summary>A source's own bounds, kept within the general ones' shortest interval and longest patience.</summary>
    internal static PollBounds Bounds(SourceDefinition source, SourceOptions options)
    {
        var patience = TimeSpan.FromMinutes(options.PatienceMaxMinutes);
        var shortest = TimeSpan.FromMinutes(options.IntervalMinMinutes);
        var min = Between(source.IntervalMin ?? shortest, shortest, patience);
        var max = Between(source.IntervalMax ?? TimeSpan.FromMinutes(options.IntervalMaxMinutes), min, patience);
        return new PollBounds(min, max, patience);
    }

    /// <summary>True when the poll told whether the feed has a hub, or when this server has become one that hubs can call.</summary>
    private static bool TellsOfHub(PollResult result, SourceHealth health, SourceOptions options) =>
        result is PollResult.Taken || (result is PollResult.Unchanged && health.Push is { Standing: PushStanding.Unaddressed } && options.CallbackUrl is not null);

    private static PushOffer? OfferOf(PollResult result, SourceHealth health) =>
        result is PollResult.Taken taken ? PushOffer.Of(taken.Feed, taken.Answer) : health.Push is { } push ? new PushOffer(push.Hub, push.Topic) : null;

    private static (SourceHealth, PollMemory) Take(
        SourceHealth health, PollMemory memory, PollResult.Taken taken, PollBounds bounds, DateTimeOffset now, double chance)
    {
        var times = taken.Feed.Items.Select(item => item.PublishedAt ?? item.UpdatedAt).OfType<DateTimeOffset>();
        var rate = health.LastSuccessAt is { } last ? EntryRate.Fold(memory.EntriesPerDay, taken.NewCount + PushedCount(memory), now - last) : EntryRate.FromTimes(times, now);
        var next = PollSchedule.AfterSuccess(now, taken.Feed.Pace, rate, taken.Answer.MaxAge, bounds, chance);
        // What was left is fetched soon, and to that end the whole feed once more.
        var whole = taken.LeftCount == 0;
        return (
            Well(health, now, rate, memory) with
            {
                LastOutcome = "ok",
                FeedTitle = taken.Feed.Title.Length > 0 ? taken.Feed.Title : health.FeedTitle,
                EntryCount = taken.Feed.Items.Length,
                ArticleCount = health.ArticleCount + taken.NewCount + taken.RevisedCount,
                NextPollAt = whole ? next : now + bounds.IntervalMin,
            },
            memory with
            {
                ETag = whole ? taken.Answer.Validators.ETag : null,
                LastModified = whole ? taken.Answer.Validators.LastModified : null,
                MovedTo = taken.Answer.MovedTo?.AbsoluteUri ?? memory.MovedTo,
                EntriesPerDay = rate,
                GoodPollCount = memory.GoodPollCount + 1,
                PatientUntil = null,
                Seen = taken.Seen.ToString(),
                PaceMinutes = Longest(taken.Feed.Pace)?.TotalMinutes,
            });
    }

    private static (SourceHealth, PollMemory) Keep(
        SourceHealth health, PollMemory memory, PollResult.Unchanged unchanged, PollBounds bounds, DateTimeOffset now, double chance)
    {
        double? rate = health.LastSuccessAt is { } last ? EntryRate.Fold(memory.EntriesPerDay, PushedCount(memory), now - last) : memory.EntriesPerDay;
        var pace = memory.PaceMinutes is { } minutes ? new FeedPace { TimeToLive = TimeSpan.FromMinutes(minutes) } : FeedPace.Unsaid;
        return (
            Well(health, now, rate, memory) with
            {
                LastOutcome = "not-modified",
                NextPollAt = PollSchedule.AfterSuccess(now, pace, rate, unchanged.Answer.MaxAge, bounds, chance),
            },
            memory with
            {
                EntriesPerDay = rate,
                GoodPollCount = memory.GoodPollCount + 1,
                PatientUntil = null,
                MovedTo = unchanged.Answer.MovedTo?.AbsoluteUri ?? memory.MovedTo,
            });
    }

    private static (SourceHealth, PollMemory) Fail(
        SourceHealth health, PollMemory memory, FetchResult.Failed why, PollBounds bounds, DateTimeOffset now, double chance)
    {
        var failures = health.FailureCount + 1;
        var next = PollSchedule.AfterFailure(now, failures, why.RetryAfter, bounds, chance);
        return (
            health with
            {
                LastPollAt = now,
                LastOutcome = why.Code,
                LastError = FeedMarkup.Cut(why.Detail, DetailLengthMax),
                FailureCount = failures,
                // What is gone for good is not asked for again until its owner says so.
                NextPollAt = why.IsGone ? null : next,
            },
            memory with
            {
                PatientUntil = why.RetryAfter is null ? null : next,
                // A new home that fails again and again may have been a mistake: back to the address that was given.
                MovedTo = failures >= MovedFailureCountMax ? null : memory.MovedTo,
            });
    }

    private static (SourceHealth, PollMemory) PutOff(
        SourceHealth health, PollMemory memory, PollResult.PutOff putOff, PollBounds bounds, DateTimeOffset now, double chance) =>
        (health with { LastOutcome = putOff.Code, NextPollAt = now + Between(putOff.Wait * (1 + chance), TimeSpan.FromSeconds(1), bounds.PatienceMax) }, memory);

    private static SourceHealth Well(SourceHealth health, DateTimeOffset now, double? rate, PollMemory memory) => health with
    {
        LastPollAt = now,
        LastSuccessAt = now,
        LastError = null,
        FailureCount = 0,
        EntriesPerDay = memory.GoodPollCount > 0 ? rate : null,
    };

    /// <summary>What a hub pushed since the last poll is as new as if the poll had found it.</summary>
    private static int PushedCount(PollMemory memory) => memory.Push?.NewCount ?? 0;

    private static TimeSpan? Longest(FeedPace pace) =>
        pace.TimeToLive is null || pace.UpdatePeriod > pace.TimeToLive ? pace.UpdatePeriod : pace.TimeToLive;

    private static TimeSpan Between(TimeSpan value, TimeSpan low, TimeSpan high) => value < low ? low : value > high ? high : value;
}
