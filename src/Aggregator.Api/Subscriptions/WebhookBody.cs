using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Aggregator.Intake;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>A webhook as a client asks for it.</summary>
internal sealed record WebhookBody
{
    internal const int TopicCountMax = 20;
    internal const int DescriptionLengthMax = 500;
    internal const int BatchSecondsMax = 86_400;
    private const int UrlLengthMax = 2_000;

    /// <summary>The topics to be told of, 1 to 20.</summary>
    [Required]
    public ImmutableArray<TopicId>? Topics { get; init; }

    /// <summary>Where changes are sent, absolute http or https.</summary>
    [Required]
    public string? Url { get; init; }

    /// <summary>How CloudEvents travel: <c>structured</c> (attributes and data in one JSON body) or <c>binary</c> (attributes as headers).</summary>
    public CloudEventMode Mode { get; init; }

    /// <summary>The changes to be told of (<c>added</c>, <c>updated</c>, <c>merged</c>, <c>split</c>, <c>retracted</c>); absent or empty for all.</summary>
    public ImmutableArray<EntryChange>? Changes { get; init; }

    /// <summary>Seconds for which changes are gathered into one request, 1 to 86,400; absent for one request a change.</summary>
    public int? BatchSeconds { get; init; }

    /// <summary>The position of the topics after which it is told; absent for what comes from now on.</summary>
    public long? After { get; init; }

    /// <summary>A secret of your own: <c>whsec_</c> and 24 to 64 bytes in base64; absent to have one made.</summary>
    public string? Secret { get; init; }

    /// <summary>What it is for, for people; up to 500 characters.</summary>
    public string? Description { get; init; }

    /// <summary>What is wrong with it, one sentence; null when nothing is.</summary>
    internal string? Fault() =>
        TopicsFault(Topics ?? []) ?? UrlFault(Url) ?? BatchFault(BatchSeconds)
        ?? (BatchSeconds is not null && Mode == CloudEventMode.Binary ? "Changes are gathered in the structured mode only." : null)
        ?? (After < 0 ? "The member after is below 0." : null)
        ?? (Description?.Length > DescriptionLengthMax ? $"The member description is longer than {DescriptionLengthMax} characters." : null);

    internal SubscriptionDefinition ToDefinition(SubscriptionId id) => new()
    {
        Id = id, Protocol = SubscriptionProtocol.Webhook, Topics = Topics ?? [], Url = Url!.Trim(), Mode = Mode, Changes = Unique(Changes ?? []), BatchSeconds = BatchSeconds,
        Description = Description?.Trim() ?? "",
    };

    internal static string? TopicsFault(ImmutableArray<TopicId> topics) =>
        topics.Length is < 1 or > TopicCountMax ? $"The member topics is missing, or has not 1 to {TopicCountMax} topics."
        : topics.Distinct().Count() < topics.Length ? "The member topics has a topic twice." : null;

    internal static string? UrlFault(string? url) =>
        url?.Length > UrlLengthMax || !CanonicalUrl.TryRead(url, out _) || new Uri(url!.Trim()) is not { UserInfo: "", Fragment: "" }
            ? $"The member url is missing, or no absolute http or https address of at most {UrlLengthMax} characters without user and fragment." : null;

    internal static string? BatchFault(int? seconds) => seconds is < 1 or > BatchSecondsMax ? $"The member batchSeconds is not from 1 to {BatchSecondsMax}." : null;

    internal static ImmutableArray<EntryChange> Unique(ImmutableArray<EntryChange> changes) => [.. changes.Distinct()];
}
