using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>Why a decision cannot be taken.</summary>
[GenerateSerializer, Alias("ruling-refusal"), JsonConverter(typeof(WireEnumConverter<RulingRefusal>))]
public enum RulingRefusal
{
    /// <summary>There is no such event.</summary>
    UnknownEvent,
    /// <summary>The event does not stand: it was merged or retracted.</summary>
    NotStanding,
    /// <summary>The two events are of kinds that are never one happening.</summary>
    OtherFamily,
    /// <summary>An event cannot be merged into itself.</summary>
    Itself,
    /// <summary>A report or article named is not among the event's standing ones.</summary>
    UnknownReport,
    /// <summary>A split must move at least one report and leave at least one.</summary>
    NothingLeft,
}
