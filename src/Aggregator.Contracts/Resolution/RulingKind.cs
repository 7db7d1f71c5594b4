using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>What a person decided of an event.</summary>
[GenerateSerializer, Alias("ruling-kind"), JsonConverter(typeof(WireEnumConverter<RulingKind>))]
public enum RulingKind
{
    /// <summary>It is the same happening as another: its reports go there.</summary>
    Merge,
    /// <summary>Some of its reports tell of another happening: they become an event of their own.</summary>
    Split,
    /// <summary>It is no happening at all, or was never told so.</summary>
    Retract,
}
