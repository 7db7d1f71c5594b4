using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Aggregates;

/// <summary>Kinds of contact that belong together.</summary>
[GenerateSerializer, Alias("contact-group"), JsonConverter(typeof(WireEnumConverter<ContactGroup>))]
public enum ContactGroup
{
    /// <summary>Calls, meetings and mediation.</summary>
    Talks,
    /// <summary>Meetings that are visits.</summary>
    Visits,
    /// <summary>Appeals and demands: who calls on whom.</summary>
    Appeals,
    /// <summary>Support, pledges and concessions.</summary>
    Support,
    /// <summary>Aid and material cooperation.</summary>
    Aid,
    /// <summary>Disapproval, rejection, sanctions and coercion.</summary>
    Pressure,
    /// <summary>Threats.</summary>
    Threats,
    /// <summary>Attacks.</summary>
    Violence,
}
