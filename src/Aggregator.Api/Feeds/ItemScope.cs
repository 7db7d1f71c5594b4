using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>What an item of a feed stands for.</summary>
[JsonConverter(typeof(WireEnumConverter<ItemScope>))]
internal enum ItemScope
{
    /// <summary>A change of the topic.</summary>
    Change,
    /// <summary>An event.</summary>
    Event,
}
