using System.Collections.Immutable;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>What a client changes of a webhook; what is absent stays as it is.</summary>
internal sealed record WebhookPatch
{
    /// <summary>True pauses it; false resumes it from where it stopped, its failures forgotten.</summary>
    public bool? Paused { get; init; }

    /// <summary>The topics; a new one is followed from now on.</summary>
    public ImmutableArray<TopicId>? Topics { get; init; }

    /// <summary>Where changes are sent.</summary>
    public string? Url { get; init; }

    /// <summary>How CloudEvents travel.</summary>
    public CloudEventMode? Mode { get; init; }

    /// <summary>The changes to be told of; empty for all.</summary>
    public ImmutableArray<EntryChange>? Changes { get; init; }

    /// <summary>Seconds for which changes are gathered; 0 for one request a change.</summary>
    public int? BatchSeconds { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>What is wrong with it, one sentence; null when nothing is.</summary>
    internal string? Fault() =>
        (Topics is { } topics ? WebhookBody.TopicsFault(topics) : null) ?? (Url is null ? null : WebhookBody.UrlFault(Url))
        ?? (BatchSeconds is 0 ? null : WebhookBody.BatchFault(BatchSeconds))
        ?? (Description?.Length > WebhookBody.DescriptionLengthMax ? $"The member description is longer than {WebhookBody.DescriptionLengthMax} characters." : null);

    internal WebhookChange ToChange() => new()
    {
        Paused = Paused, Topics = Topics, Url = Url?.Trim(), Mode = Mode, Changes = Changes is { } changes ? WebhookBody.Unique(changes) : null, BatchSeconds = BatchSeconds,
        Description = Description?.Trim(),
    };
}
