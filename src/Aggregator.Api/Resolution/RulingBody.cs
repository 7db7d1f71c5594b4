using System.ComponentModel.DataAnnotations;

namespace Aggregator.Resolution;

/// <summary>What every decision of a person on an event says.</summary>
internal abstract record RulingBody
{
    private const int ReasonLengthMax = 500;
    private const int ByLengthMax = 200;

    /// <summary>Why, 1 to 500 characters; stands in the event's history and in the feeds.</summary>
    [Required]
    public string? Reason { get; init; }

    /// <summary>Who decides, 1 to 200 characters.</summary>
    [Required]
    public string? By { get; init; }

    /// <summary>What is wrong with it, one sentence; null when nothing is.</summary>
    internal virtual string? Fault() =>
        string.IsNullOrWhiteSpace(Reason) ? "The member reason is missing or empty."
        : Reason.Length > ReasonLengthMax ? $"The member reason is longer than {ReasonLengthMax} characters."
        : string.IsNullOrWhiteSpace(By) ? "The member by is missing or empty."
        : By.Length > ByLengthMax ? $"The member by is longer than {ByLengthMax} characters."
        : null;

    /// <summary>What the event's resolver is asked to decide.</summary>
    internal abstract RulingRequest ToRequest(EventId id);

    private protected RulingRequest Make(EventId id, RulingKind kind) => new() { Kind = kind, Event = id, Reason = Reason!.Trim(), By = By!.Trim() };
}
