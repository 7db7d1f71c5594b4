using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>JSON of what delivering remembers, and of what subscribers are sent: entries as the API writes them.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SubscriptionMemory))]
[JsonSerializable(typeof(FeedEntry))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
