using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Intake;

/// <summary>What became of a submitted article.</summary>
[GenerateSerializer, Alias("submit-result"), JsonConverter(typeof(WireEnumConverter<SubmitResult>))]
public enum SubmitResult
{
    /// <summary>New, and kept.</summary>
    Accepted,
    /// <summary>Known with the same content: nothing changed.</summary>
    Duplicate,
    /// <summary>Known with other content: kept as its next revision.</summary>
    Revised,
    /// <summary>Taken back by its source.</summary>
    Withdrawn,
    /// <summary>A withdrawal of an article that was never submitted.</summary>
    Unknown,
}
