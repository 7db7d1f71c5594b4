using Aggregator.Store;

namespace Aggregator.Intake;

/// <summary>What a hub's words, and its silence, change in a source. Nobody but the caller writes: each returns the source one version up.</summary>
internal static class PushFold
{
    private const double RenewShare = 2.0 / 3;
    private const int DetailLengthMax = 500;
    private static readonly TimeSpan RepeatMin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RepeatMax = TimeSpan.FromDays(1);
    private static readonly TimeSpan LeaseMax = TimeSpan.FromDays(366);

    /// <summary>After a poll: subscribed to what the feed offers, to nothing where it offers nothing or no hub could call back.</summary>
    internal static (SourceHealth Health, PushMemory? Push) Offered(SourceHealth health, PushMemory? push, PushOffer? offer, bool isAddressed, DateTimeOffset now)
    {
        if (offer is null) return (health with { Push = null }, null);
        if (!isAddressed) return (health with { Push = Start(offer, PushStanding.Unaddressed) with { LastError = "This server has no public address: set Sources:CallbackUrl or Api:PublicUrl." } }, null);
        return push is not null && push.Hub == offer.Hub && push.Topic == offer.Topic
            ? (health, push) : (health with { Push = Start(offer, PushStanding.Pending) }, new PushMemory(offer.Hub, offer.Topic) { NextAt = now });
    }

    /// <summary>After a poll that went well: when the next is due. While the hub pushes that is late; where it should have pushed what the poll found, it is silent.</summary>
    /// <param name="before">How the source fared before the poll.</param>
    /// <param name="health">How it fares after it.</param>
    /// <param name="hasNews">True when it brought what was not in the inbox.</param>
    /// <param name="source">The source.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="now">Now, UTC.</param>
    internal static SourceHealth Polled(SourceHealth before, SourceHealth health, bool hasNews, SourceDefinition source, SourceOptions options, DateTimeOffset now)
    {
        if (health.Push is not { Standing: PushStanding.Active } push) return health;
        // The first poll after the hub confirmed brings what fell in between.
        if (hasNews && before.LastPollAt >= push.Since) return health with { Push = push with { Standing = PushStanding.Silent, LastError = "A poll found what the hub had not pushed." } };
        var interval = TimeSpan.FromMinutes(options.PushedIntervalMinutes);
        var seldom = now + (source.IntervalMax < interval ? source.IntervalMax.Value : interval);
        return seldom > health.NextPollAt ? health with { NextPollAt = seldom } : health;
    }

    /// <summary>About to ask the hub: what it will call must be known before it does.</summary>
    internal static StoredSource Asking(StoredSource source, PollMemory memory, PushMemory push, string server, SourceOptions options, DateTimeOffset now)
    {
        var failures = push.FailureCount + (push.AskedAt is null ? 0 : 1);
        var confirm = TimeSpan.FromSeconds(options.PushConfirmSeconds);
        var wait = failures == 0 || Wait(failures, 1) < confirm ? confirm : Wait(failures, 1);
        var health = push.AskedAt is null ? source.Health : Troubled(source.Health, "The hub did not confirm in time.");
        return With(source, health, memory, push.Addressed(server, source.Definition.Id) with { AskedAt = now, NextAt = now + wait, FailureCount = failures });
    }

    /// <summary>The hub would not hear of it; it is asked again later.</summary>
    internal static StoredSource NotAsked(StoredSource source, PollMemory memory, PushMemory push, string error, DateTimeOffset now, double chance)
    {
        var failures = push.FailureCount + 1;
        return With(source, Troubled(source.Health, error), memory, push with { AskedAt = null, FailureCount = failures, NextAt = now + Wait(failures, chance) });
    }

    /// <summary>The hub confirmed. What fell between the last poll and now is polled for soon.</summary>
    internal static StoredSource Confirmed(StoredSource source, PollMemory memory, PushMemory push, long? leaseSeconds, SourceOptions options, DateTimeOffset now)
    {
        var lease = TimeSpan.FromSeconds(Math.Clamp(leaseSeconds ?? options.PushLeaseSeconds, 1, (long)LeaseMax.TotalSeconds));
        var health = source.Health;
        var before = Of(health, push);
        var isRenewal = before.Standing is PushStanding.Active or PushStanding.Silent;
        var after = before with
        {
            Standing = isRenewal ? before.Standing : PushStanding.Active,
            Since = isRenewal ? before.Since : now,
            LeaseUntil = now + lease,
            LastError = isRenewal ? before.LastError : null,
        };
        return With(
            source, (isRenewal ? health : Soon(health, source.Definition, options, now)) with { Push = after }, memory,
            push with { AskedAt = null, FailureCount = 0, NextAt = now + (lease * RenewShare) });
    }

    /// <summary>The lease ran out: polled as usual at once, and the hub is asked again.</summary>
    internal static StoredSource Lapsed(StoredSource source, PollMemory memory, PushMemory push, SourceOptions options, DateTimeOffset now) => With(
        source, Soon(source.Health, source.Definition, options, now) with { Push = Ended(source.Health, push, PushStanding.Lapsed, "The lease ran out and the hub confirmed no other.") }, memory,
        push.NextAt < now || push.AskedAt is null ? push with { NextAt = now } : push);

    /// <summary>The hub refused, or ended it: polled as usual at once, and the hub is asked again after a day, under another address.</summary>
    internal static StoredSource Denied(StoredSource source, PollMemory memory, PushMemory push, string? reason, SourceOptions options, DateTimeOffset now) => With(
        source, Soon(source.Health, source.Definition, options, now) with { Push = Ended(source.Health, push, PushStanding.Denied, FeedMarkup.Cut(reason, DetailLengthMax) ?? "The hub gave no reason.") }, memory,
        new PushMemory(push.Hub, push.Topic) { NextAt = now + RepeatMax, NewCount = push.NewCount });

    /// <summary>The hub can't call back any more: nothing is subscribed to.</summary>
    internal static StoredSource Unaddressed(StoredSource source, PollMemory memory, SourceOptions options, DateTimeOffset now)
    {
        var (health, push) = Offered(Soon(source.Health, source.Definition, options, now), null, memory.Push is { } was ? new PushOffer(was.Hub, was.Topic) : null, isAddressed: false, now);
        return With(source, health, memory, push);
    }

    /// <summary>What the hub pushed is in the inbox.</summary>
    internal static StoredSource Taken(StoredSource source, PollMemory memory, PushMemory push, PollResult.Taken taken, DateTimeOffset now) => With(
        source, source.Health with { ArticleCount = source.Health.ArticleCount + taken.NewCount + taken.RevisedCount, Push = Signed(source.Health, push, now) },
        memory with { Seen = taken.Seen.ToString() }, push with { NewCount = push.NewCount + taken.NewCount });

    /// <summary>The hub pushed what makes the feed itself worth asking.</summary>
    internal static StoredSource Hinted(StoredSource source, PollMemory memory, PushMemory push, SourceOptions options, DateTimeOffset now) =>
        With(source, Soon(source.Health, source.Definition, options, now) with { Push = Signed(source.Health, push, now) }, memory, push);

    /// <summary>What came was not signed as agreed.</summary>
    internal static StoredSource Unverified(StoredSource source, PollMemory memory, PushMemory push)
    {
        var before = Of(source.Health, push);
        return With(source, source.Health with { Push = before with { UnverifiedCount = before.UnverifiedCount + 1, LastError = "A push was ignored: its signature was missing, wrong or of SHA-1." } }, memory, push);
    }

    // Its word again after a silence: polled seldom from the next poll on.
    private static SourcePush Signed(SourceHealth health, PushMemory push, DateTimeOffset now)
    {
        var before = Of(health, push);
        var isBack = before.Standing == PushStanding.Silent;
        return before with { Standing = isBack ? PushStanding.Active : before.Standing, LastError = isBack ? null : before.LastError, LastPushAt = now, PushCount = before.PushCount + 1 };
    }

    private static SourcePush Ended(SourceHealth health, PushMemory push, PushStanding standing, string why) =>
        Of(health, push) with { Standing = standing, Since = null, LeaseUntil = null, LastError = why };

    // As long as a lease holds the hub pushes, whatever a renewal came to.
    private static SourceHealth Troubled(SourceHealth health, string error) => health.Push is not { } push ? health : health with
    {
        Push = push with { Standing = push.Standing == PushStanding.Pending ? PushStanding.Failed : push.Standing, LastError = FeedMarkup.Cut(error, DetailLengthMax) },
    };

    /// <summary>The next poll as soon as the shortest interval allows, unless it is due before, or the source rests.</summary>
    private static SourceHealth Soon(SourceHealth health, SourceDefinition source, SourceOptions options, DateTimeOffset now)
    {
        var soon = health.LastPollAt + PollFold.Bounds(source, options).IntervalMin is { } at && at > now ? at : now;
        return health.NextPollAt > soon ? health with { NextPollAt = soon } : health;
    }

    private static TimeSpan Wait(int failures, double chance)
    {
        var doubled = RepeatMin * Math.Pow(2, Math.Min(failures - 1, 20));
        return (doubled < RepeatMax ? doubled : RepeatMax) * (0.5 + (chance / 2));
    }

    private static SourcePush Start(PushOffer offer, PushStanding standing) => new() { Standing = standing, Hub = offer.Hub, Topic = offer.Topic };

    private static SourcePush Of(SourceHealth health, PushMemory push) => health.Push ?? Start(new PushOffer(push.Hub, push.Topic), PushStanding.Pending);

    private static StoredSource With(StoredSource source, SourceHealth health, PollMemory memory, PushMemory? push) =>
        source with { Health = health, Polling = (memory with { Push = push }).ToJson(), Version = source.Version + 1 };
}
