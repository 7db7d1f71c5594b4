namespace Aggregator.Resolution;

/// <summary>That an event is no happening, as a client sends it.</summary>
internal sealed record RetractBody : RulingBody
{
    /// <inheritdoc/>
    internal override RulingRequest ToRequest(EventId id) => Make(id, RulingKind.Retract);
}
