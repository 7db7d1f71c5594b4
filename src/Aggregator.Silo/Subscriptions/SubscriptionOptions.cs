using System.ComponentModel.DataAnnotations;

namespace Aggregator.Subscriptions;

/// <summary>
/// Bounds and manners of telling subscribers; configuration section <c>Subscriptions</c>. Which private networks may be called says
/// <c>Sources:AllowedNetworks</c>.
/// </summary>
public sealed class SubscriptionOptions : IValidatableObject
{
    /// <summary>Most webhooks, paused ones included. Default 10,000; further ones are refused.</summary>
    [Range(1, 1_000_000)] public int CountMax { get; set; } = 10_000;

    /// <summary>Most WebSub subscribers, those included that have yet to confirm; as many that ended are kept beside them. Default 10,000; further ones are refused.</summary>
    [Range(1, 1_000_000)] public int HubCountMax { get; set; } = 10_000;

    /// <summary>Most WebSub subscribers whose callbacks lie on one host. Default 1,000.</summary>
    [Range(1, 1_000_000)] public int HubCallbackHostCountMax { get; set; } = 1_000;

    /// <summary>Most WebSub subscribers that have yet to confirm, renewals not counted. Default 200.</summary>
    [Range(1, 1_000_000)] public int HubPendingCountMax { get; set; } = 200;

    /// <summary>Seconds for one request, from connecting to the answer's end. Default 15.</summary>
    [Range(0.05, 300)] public double RequestSeconds { get; set; } = 15;

    /// <summary>
    /// Seconds after which a request without an answer lets the next one by. Default 2. So a host has at most as many under way as <see cref="HostCountMax"/>
    /// times <see cref="RequestSeconds"/> by this.
    /// </summary>
    [Range(0.05, 300)] public double SlowSeconds { get; set; } = 2;

    /// <summary>Most bytes read of an answer. Default 16 KiB; what is longer is cut off, and its connection closed.</summary>
    [Range(256, 1_048_576)] public int AnswerBytesMax { get; set; } = 16 * 1024;

    /// <summary>Requests at once to one host, on this silo, to subscribers that fare well. Default 16.</summary>
    [Range(1, 1_000)] public int HostCountMax { get; set; } = 16;

    /// <summary>Requests at once to one host to subscribers whose last attempt failed: they have places of their own, so that they take none from others. Default 2.</summary>
    [Range(1, 1_000)] public int HostAilingCountMax { get; set; } = 2;

    /// <summary>Requests at once on this silo to subscribers that fare well. Default 512.</summary>
    [Range(1, 10_000)] public int RequestCountMax { get; set; } = 512;

    /// <summary>Requests at once on this silo to subscribers whose last attempt failed. Default 64.</summary>
    [Range(1, 10_000)] public int AilingCountMax { get; set; } = 64;

    /// <summary>Seconds to wait before each repetition; a message that fails after the last pauses its subscription. Null takes eleven waits over four days. Default null.</summary>
    public IReadOnlyList<double>? RetrySeconds { get; set; }

    /// <summary>Most changes in one request of a subscription that gathers them, and in one WebSub document. Default 50.</summary>
    [Range(1, 500)] public int BatchCountMax { get; set; } = 50;

    /// <summary>Shortest lease of a WebSub subscription, in seconds. Default 300.</summary>
    [Range(1, 31_536_000)] public int LeaseMinSeconds { get; set; } = 300;

    /// <summary>Lease where none is asked for, in seconds. Default 864,000: ten days.</summary>
    [Range(1, 31_536_000)] public int LeaseSeconds { get; set; } = 864_000;

    /// <summary>Longest lease, in seconds. Default 2,592,000: thirty days.</summary>
    [Range(1, 31_536_000)] public int LeaseMaxSeconds { get; set; } = 2_592_000;

    /// <summary>How WebSub content is signed: Sha256, Sha384 or Sha512. Default Sha256.</summary>
    public HubAlgorithm HubAlgorithm { get; set; } = HubAlgorithm.Sha256;

    /// <summary>Days after which a subscription that ended is forgotten. Default 7.</summary>
    [Range(0.001, 3_650)] public double EndedDays { get; set; } = 7;

    /// <summary>Seconds between looks at the topics without a hint of news. Default 60.</summary>
    [Range(1, 3_600)] public double LookSeconds { get; set; } = 60;

    /// <summary>Seconds between renewals of what this silo follows; a lost hint is noticed by then. Default 30.</summary>
    [Range(0.1, 60)] public double RenewSeconds { get; set; } = 30;

    /// <summary>Minutes between reminders that wake a subscription whose silo died. At least 1; default 1.</summary>
    [Range(1, 1_440)] public double ReminderMinutes { get; set; } = 1;

    internal IReadOnlyList<TimeSpan> Waits => RetrySeconds is null ? RetrySchedule.Default : [.. RetrySeconds.Select(TimeSpan.FromSeconds)];

    internal LeaseRule Leases => new(TimeSpan.FromSeconds(LeaseMinSeconds), TimeSpan.FromSeconds(LeaseSeconds), TimeSpan.FromSeconds(LeaseMaxSeconds));

    /// <summary>Checks what concerns several settings.</summary>
    /// <param name="validationContext">Not used.</param>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LeaseSeconds < LeaseMinSeconds || LeaseMaxSeconds < LeaseSeconds) yield return new("Subscriptions: LeaseMinSeconds, LeaseSeconds and LeaseMaxSeconds do not ascend.");
        if (RetrySeconds is { Count: 0 or > 50 }) yield return new("Subscriptions:RetrySeconds has no waits, or more than 50.");
        if (RetrySeconds?.Any(wait => wait is not (> 0 and <= 604_800)) == true) yield return new("Subscriptions:RetrySeconds has a wait that is not above 0 and at most 604,800.");
        if (!Enum.IsDefined(HubAlgorithm)) yield return new("Subscriptions:HubAlgorithm is none of Sha256, Sha384, Sha512.");
    }
}
