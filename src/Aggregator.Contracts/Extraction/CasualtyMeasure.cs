using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Extraction;

/// <summary>What a casualty figure counts.</summary>
[GenerateSerializer, Alias("casualty-measure"), JsonConverter(typeof(WireEnumConverter<CasualtyMeasure>))]
public enum CasualtyMeasure
{
    /// <summary>Deaths.</summary>
    Killed,
    /// <summary>Wounded or hurt.</summary>
    Injured,
    /// <summary>Not accounted for.</summary>
    Missing,
    /// <summary>Taken prisoner or hostage.</summary>
    Captured,
    /// <summary>Driven from home.</summary>
    Displaced,
    /// <summary>Killed and injured together, or losses not told apart.</summary>
    Casualties,
}
