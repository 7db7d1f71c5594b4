using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Access;

/// <summary>What a caller may do.</summary>
[GenerateSerializer, Alias("access-scope"), JsonConverter(typeof(WireEnumConverter<AccessScope>))]
public enum AccessScope
{
    /// <summary>Read everything but keys and subscriptions: articles, events, topics, feeds, streams, aggregates.</summary>
    Read,
    /// <summary>Hand in articles and take them back.</summary>
    Ingest,
    /// <summary>Everything: define topics and sources, decide on events, manage subscriptions and keys. Who may make keys could give itself the others, so it has them.</summary>
    Manage,
}
