using System.Collections.Immutable;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>What is to be changed of a subscription; null leaves as it is.</summary>
[GenerateSerializer, Immutable, Alias("webhook-change")]
public sealed record WebhookChange
{
    /// <summary>True pauses it; false resumes it, its failures forgotten.</summary>
    [Id(0)] public bool? Paused { get; init; }

    /// <summary>The topics; a new one is followed from now on.</summary>
    [Id(1)] public ImmutableArray<TopicId>? Topics { get; init; }

    /// <summary>The callback.</summary>
    [Id(2)] public string? Url { get; init; }

    /// <summary>How CloudEvents travel.</summary>
    [Id(3)] public CloudEventMode? Mode { get; init; }

    /// <summary>The changes; empty for all.</summary>
    [Id(4)] public ImmutableArray<EntryChange>? Changes { get; init; }

    /// <summary>The batch window in seconds; 0 for none.</summary>
    [Id(5)] public int? BatchSeconds { get; init; }

    /// <summary>What it is for.</summary>
    [Id(6)] public string? Description { get; init; }
}
