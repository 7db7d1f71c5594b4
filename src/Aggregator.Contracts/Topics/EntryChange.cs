using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Topics;

/// <summary>What a feed entry tells about its event.</summary>
[GenerateSerializer, Alias("entry-change"), JsonConverter(typeof(WireEnumConverter<EntryChange>))]
public enum EntryChange
{
    /// <summary>The event answers the topic's question for the first time, or again.</summary>
    Added,
    /// <summary>What is known of it changed.</summary>
    Updated,
    /// <summary>It became part of another event.</summary>
    Merged,
    /// <summary>Part of it became an event of its own.</summary>
    Split,
    /// <summary>It no longer stands, or no longer answers the question.</summary>
    Retracted,
}
