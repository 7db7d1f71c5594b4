using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Aggregates;

/// <summary>What a count is split by.</summary>
[GenerateSerializer, Alias("count-group"), JsonConverter(typeof(WireEnumConverter<CountGroup>))]
public enum CountGroup
{
    /// <summary>Not split.</summary>
    None,
    /// <summary>By event kind.</summary>
    Kind,
    /// <summary>By status.</summary>
    Status,
    /// <summary>By actor's code.</summary>
    Actor,
    /// <summary>By country of the place.</summary>
    Country,
    /// <summary>By outlet that reported it.</summary>
    Outlet,
}
