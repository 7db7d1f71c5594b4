using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>What attempts and decisions make of a subscription's health.</summary>
public static class SubscriptionFold
{
    private const int ErrorLengthMax = 500;

    /// <summary>How far a subscriber was told of a topic; null when the subscription is not of it.</summary>
    /// <param name="health">The subscription's health.</param>
    /// <param name="topic">The topic.</param>
    public static long? PositionOf(this SubscriptionHealth health, TopicId topic) => health.Positions.FirstOrDefault(known => known.Topic == topic)?.Position;

    /// <summary>True when a subscriber was told that a topic was deleted.</summary>
    /// <param name="health">The subscription's health.</param>
    /// <param name="topic">The topic.</param>
    public static bool HasLost(this SubscriptionHealth health, TopicId topic) => health.Positions.Any(known => known.Topic == topic && known.Deleted);

    /// <summary>With a topic's position moved.</summary>
    /// <param name="health">The subscription's health.</param>
    /// <param name="topic">One of its topics; another changes nothing.</param>
    /// <param name="position">The position.</param>
    public static SubscriptionHealth At(this SubscriptionHealth health, TopicId topic, long position) =>
        health with { Positions = [.. health.Positions.Select(known => known.Topic == topic ? known with { Position = position, Deleted = false } : known)] };

    /// <summary>Where a topic was deleted: it is marked so, and a subscription that has no other is paused.</summary>
    /// <param name="health">The health before.</param>
    /// <param name="topic">The topic.</param>
    public static SubscriptionHealth Lost(this SubscriptionHealth health, TopicId topic)
    {
        var next = health with { Positions = [.. health.Positions.Select(known => known.Topic == topic ? known with { Deleted = true } : known)], LastError = $"The topic '{topic}' was deleted." };
        return next.Positions.All(known => known.Deleted) ? Stopped(next, SubscriptionStanding.Paused, SubscriptionReason.TopicDeleted) : next;
    }

    /// <summary>Where a topic has no longer what comes after a position: the subscription goes on behind what is lost, and says so until it is told again.</summary>
    /// <param name="health">The health before.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="from">The position that it had.</param>
    /// <param name="to">The one that it goes on behind.</param>
    public static SubscriptionHealth Skipped(this SubscriptionHealth health, TopicId topic, long from, long to) =>
        health.At(topic, to) with { LastError = $"The topic '{topic}' was deleted and defined anew; what came after position {from} is lost, and it goes on behind {to}." };

    /// <summary>After an attempt that reached its receiver.</summary>
    /// <param name="health">The health before it.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="changeCount">How many changes it told.</param>
    public static SubscriptionHealth Told(SubscriptionHealth health, DeliveryAttempt attempt, int changeCount) => Tried(health, attempt) with
    {
        FailureCount = 0,
        LastError = null,
        NextAttemptAt = null,
        LastSuccessAt = attempt.At,
        DeliveredCount = health.DeliveredCount + changeCount,
    };

    /// <summary>After one that failed: it is repeated later, or the subscription is paused.</summary>
    /// <param name="health">The health before it.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="wait">How long to wait before the next; null when there is to be none.</param>
    public static SubscriptionHealth Failed(SubscriptionHealth health, DeliveryAttempt attempt, TimeSpan? wait)
    {
        var next = Tried(health, attempt) with { FailureCount = health.FailureCount + 1, LastError = Cut(attempt.Error) };
        if (attempt.Status == 410) return Stopped(next, SubscriptionStanding.Paused, SubscriptionReason.Gone);
        return wait is { } pause ? next with { NextAttemptAt = attempt.At + pause } : Stopped(next, SubscriptionStanding.Paused, SubscriptionReason.GaveUp);
    }

    /// <summary>After an attempt that says nothing of how telling fares: a test, a confirmation.</summary>
    /// <param name="health">The health before it.</param>
    /// <param name="attempt">The attempt.</param>
    public static SubscriptionHealth Tried(SubscriptionHealth health, DeliveryAttempt attempt) => health with { AttemptCount = attempt.Number, LastAttemptAt = attempt.At };

    /// <summary>Told nothing from now on.</summary>
    /// <param name="health">The health before.</param>
    /// <param name="standing">Paused or ended.</param>
    /// <param name="reason">Why.</param>
    public static SubscriptionHealth Stopped(SubscriptionHealth health, SubscriptionStanding standing, SubscriptionReason reason) =>
        health with { Standing = standing, Reason = reason, NextAttemptAt = null };

    /// <summary>Told again, from where it stopped, its failures forgotten.</summary>
    /// <param name="health">The health before.</param>
    public static SubscriptionHealth Resumed(SubscriptionHealth health) =>
        health with { Standing = SubscriptionStanding.Active, Reason = null, FailureCount = 0, NextAttemptAt = null, EndedAt = null };

    /// <summary>The positions where the topics are others: what stays is kept, what is new begins where it is.</summary>
    /// <param name="health">The health before.</param>
    /// <param name="topics">The topics, each with where a new one begins.</param>
    public static SubscriptionHealth Of(SubscriptionHealth health, IEnumerable<TopicPosition> topics) =>
        health with { Positions = [.. topics.Select(start => start with { Position = health.PositionOf(start.Topic) ?? start.Position })] };

    private static string? Cut(string? text) => text?.Length > ErrorLengthMax ? text[..ErrorLengthMax] : text;
}
