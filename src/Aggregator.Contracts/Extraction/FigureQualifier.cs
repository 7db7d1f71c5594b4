using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Extraction;

/// <summary>How firmly a figure is given.</summary>
[GenerateSerializer, Alias("figure-qualifier"), JsonConverter(typeof(WireEnumConverter<FigureQualifier>))]
public enum FigureQualifier
{
    /// <summary>A plain figure.</summary>
    Exact,
    /// <summary>Approximately.</summary>
    About,
    /// <summary>A lower bound only.</summary>
    AtLeast,
    /// <summary>An upper bound only.</summary>
    AtMost,
    /// <summary>Between two bounds.</summary>
    Range,
}
