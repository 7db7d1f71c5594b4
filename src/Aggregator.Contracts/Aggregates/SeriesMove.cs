using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Aggregates;

/// <summary>How a claimant's figure stands to the one before it.</summary>
[GenerateSerializer, Alias("series-move"), JsonConverter(typeof(WireEnumConverter<SeriesMove>))]
public enum SeriesMove
{
    /// <summary>The first figure that the claimant gave.</summary>
    First,
    /// <summary>Higher: it supersedes the one before.</summary>
    Raised,
    /// <summary>Lower: the claimant revised the one before.</summary>
    Lowered,
    /// <summary>Neither: other bounds around the same figure.</summary>
    Reworded,
}
