using System.ComponentModel.DataAnnotations;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>From where a topic is told again.</summary>
internal sealed record ReplayBody
{
    /// <summary>One of the subscription's topics.</summary>
    [Required]
    public TopicId? Topic { get; init; }

    /// <summary>The position after which it is told again; one ahead of where it stands leaves out what lies between.</summary>
    [Required]
    public long? After { get; init; }

    /// <summary>What is wrong with it, one sentence; null when nothing is.</summary>
    internal string? Fault() => Topic is null ? "The member topic is missing." : After is null or < 0 ? "The member after is missing or below 0." : null;
}
