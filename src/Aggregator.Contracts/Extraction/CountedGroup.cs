using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Extraction;

/// <summary>Who a casualty figure counts.</summary>
[GenerateSerializer, Alias("counted-group"), JsonConverter(typeof(WireEnumConverter<CountedGroup>))]
public enum CountedGroup
{
    /// <summary>Civilians.</summary>
    Civilian,
    /// <summary>Soldiers of a state.</summary>
    Military,
    /// <summary>Police and other security forces.</summary>
    Police,
    /// <summary>Members of another armed group.</summary>
    Combatant,
    /// <summary>Children.</summary>
    Child,
    /// <summary>Journalists.</summary>
    Journalist,
    /// <summary>Aid workers.</summary>
    AidWorker,
    /// <summary>More than one of these.</summary>
    Mixed,
}
