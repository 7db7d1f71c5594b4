using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>How well an event stands, derived from its reports' independent voices and claimants.</summary>
[GenerateSerializer, Alias("corroboration-level"), JsonConverter(typeof(WireEnumConverter<CorroborationLevel>))]
public enum CorroborationLevel
{
    /// <summary>One voice, and it attributes to nobody.</summary>
    Unconfirmed,
    /// <summary>One independent voice or one claimant behind every report.</summary>
    SingleSource,
    /// <summary>Two or more independent voices that do not rest on one claimant.</summary>
    Corroborated,
    /// <summary>Voices contradict each other on whether it happened.</summary>
    Contested,
    /// <summary>Every standing voice denies it.</summary>
    Denied,
}
