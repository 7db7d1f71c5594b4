using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Aggregates;

/// <summary>The step of a time series.</summary>
[GenerateSerializer, Alias("count-bucket"), JsonConverter(typeof(WireEnumConverter<CountBucket>))]
public enum CountBucket
{
    /// <summary>Calendar days, UTC.</summary>
    Day,
    /// <summary>ISO weeks, from Monday.</summary>
    Week,
    /// <summary>Calendar months.</summary>
    Month,
}
