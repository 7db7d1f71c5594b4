using System.Text.Json.Serialization;
using Aggregator.Access;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Subscriptions;
using Aggregator.Topics;

namespace Aggregator.Store;

/// <summary>How nouns are written into payload columns.</summary>
// Only nulls are left out: a member whose default is not its type's (a report's confidence of 1) must not come back as that default.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(NewsEvent))]
[JsonSerializable(typeof(ReportDelivery))]
[JsonSerializable(typeof(TopicDefinition))]
[JsonSerializable(typeof(SourceDefinition))]
[JsonSerializable(typeof(SourceHealth))]
[JsonSerializable(typeof(SubscriptionDefinition))]
[JsonSerializable(typeof(SubscriptionHealth))]
[JsonSerializable(typeof(DeliveryAttempt))]
[JsonSerializable(typeof(StoredRereading))]
[JsonSerializable(typeof(AccessKey))]
[JsonSerializable(typeof(TopicCapability))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class StoreJson : JsonSerializerContext;
