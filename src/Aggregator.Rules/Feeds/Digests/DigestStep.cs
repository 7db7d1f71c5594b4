using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>How long a period is that a digest sums up.</summary>
[JsonConverter(typeof(WireEnumConverter<DigestStep>))]
public enum DigestStep
{
    /// <summary>A day of a time zone.</summary>
    Day,
    /// <summary>An hour of UTC.</summary>
    Hour,
}
