using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Aggregates;

/// <summary>What a casualty figure covers. Figures of different scopes are never added together.</summary>
[GenerateSerializer, Alias("claim-scope"), JsonConverter(typeof(WireEnumConverter<ClaimScope>))]
public enum ClaimScope
{
    /// <summary>One happening.</summary>
    Incident,
    /// <summary>Everything within a period that is told.</summary>
    Period,
    /// <summary>Everything so far, from a beginning that is not told.</summary>
    RunningTotal,
    /// <summary>Those who came on top of a total that was told beside them, and are in it: "five more, bringing the toll to 22".</summary>
    Increment,
}
