using System.ComponentModel.DataAnnotations;

namespace Aggregator.Resolution;

/// <summary>That an event is the same happening as another, as a client sends it.</summary>
internal sealed record MergeBody : RulingBody
{
    /// <summary>The event that is the same happening.</summary>
    [Required]
    public EventId? Into { get; init; }

    /// <inheritdoc/>
    internal override string? Fault() => base.Fault() ?? (Into is null ? "The member into is missing: the event that is the same happening." : null);

    /// <inheritdoc/>
    internal override RulingRequest ToRequest(EventId id) => Make(id, RulingKind.Merge) with { Into = Into };
}
