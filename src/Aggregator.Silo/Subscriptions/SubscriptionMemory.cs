using System.Text.Json;
using Aggregator.Store;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>What delivering remembers of a subscription beside its health: secrets above all, which nobody is told.</summary>
internal sealed record SubscriptionMemory
{
    /// <summary>The secret that signs, or null.</summary>
    public string? Secret { get; init; }

    /// <summary>The one before it, which signs too for a while, or null.</summary>
    public string? PreviousSecret { get; init; }

    /// <summary>Until when, UTC, or null.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }

    /// <summary>The last position of the message that failed, so that it is repeated as it was; or null.</summary>
    public long? RepeatThrough { get; init; }

    /// <summary>The topic of that message; null where none failed, and in what an older version wrote, which did not say.</summary>
    public string? RepeatTopic { get; init; }

    /// <summary>Who asked, of a WebSub subscriber; null in what an older version wrote, which is taken for a caller of this machine.</summary>
    public HubAsker? Asker { get; init; }

    /// <summary>What a WebSub subscriber asked and has yet to confirm, or null.</summary>
    public PendingRequest? Request { get; init; }

    /// <summary>The secrets that sign at a moment, the newest first.</summary>
    internal IEnumerable<string> SecretsAt(DateTimeOffset now) =>
        ((string?[])[Secret, PreviousUntil > now ? PreviousSecret : null]).OfType<string>();

    /// <summary>The last position of the message that failed, if it was of this topic; else null.</summary>
    internal long? RepeatThroughOf(TopicId topic) => RepeatTopic is null || RepeatTopic == topic.Value ? RepeatThrough : null;

    /// <summary>With what failed; nothing failed any more where it was of this topic and is null.</summary>
    internal SubscriptionMemory Repeating(TopicId topic, long? through) =>
        through is not null ? this with { RepeatThrough = through, RepeatTopic = topic.Value }
        : RepeatTopic is null || RepeatTopic == topic.Value ? this with { RepeatThrough = null, RepeatTopic = null } : this;

    internal static SubscriptionMemory Of(StoredSubscription subscription) =>
        JsonSerializer.Deserialize(subscription.Memory, SubscriptionJson.Default.SubscriptionMemory) ?? new SubscriptionMemory();

    internal string ToJson() => JsonSerializer.Serialize(this, SubscriptionJson.Default.SubscriptionMemory);
}
