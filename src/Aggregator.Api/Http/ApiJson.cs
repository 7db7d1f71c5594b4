using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregator.Access;
using Aggregator.Aggregates;
using Aggregator.Archive;
using Aggregator.Extraction;
using Aggregator.Feeds;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Subscriptions;
using Aggregator.Topics;

namespace Aggregator.Http;

/// <summary>The types that the API writes and reads as JSON: camelCase, times as RFC 3339, ids and codes as texts.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(ArticleView))]
[JsonSerializable(typeof(ArticleOutcome))]
[JsonSerializable(typeof(InboxLag))]
[JsonSerializable(typeof(RereadingBody))]
[JsonSerializable(typeof(RereadingStatus))]
[JsonSerializable(typeof(ResolvedReport))]
[JsonSerializable(typeof(PartyList))]
[JsonSerializable(typeof(NewsEvent))]
[JsonSerializable(typeof(EventReports))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(MergeBody))]
[JsonSerializable(typeof(SplitBody))]
[JsonSerializable(typeof(RetractBody))]
[JsonSerializable(typeof(RulingView))]
[JsonSerializable(typeof(TopicBody))]
[JsonSerializable(typeof(TopicDefinition))]
[JsonSerializable(typeof(TopicStatus))]
[JsonSerializable(typeof(TopicList))]
[JsonSerializable(typeof(TopicChanges))]
[JsonSerializable(typeof(FeedPageView))]
[JsonSerializable(typeof(FeedEntry))]
[JsonSerializable(typeof(ClaimLine))]
[JsonSerializable(typeof(DigestView))]
[JsonSerializable(typeof(TopicEvents))]
[JsonSerializable(typeof(Counts))]
[JsonSerializable(typeof(CasualtyLedger))]
[JsonSerializable(typeof(Contacts))]
[JsonSerializable(typeof(SourceBody))]
[JsonSerializable(typeof(SourceView))]
[JsonSerializable(typeof(SourceList))]
[JsonSerializable(typeof(OpmlOutcome))]
[JsonSerializable(typeof(KeyBody))]
[JsonSerializable(typeof(OverlapBody))]
[JsonSerializable(typeof(KeyView))]
[JsonSerializable(typeof(NewKeyView))]
[JsonSerializable(typeof(KeyListView))]
[JsonSerializable(typeof(CapabilityView))]
[JsonSerializable(typeof(WebhookBody))]
[JsonSerializable(typeof(WebhookPatch))]
[JsonSerializable(typeof(CreatedWebhook))]
[JsonSerializable(typeof(SubscriptionList))]
[JsonSerializable(typeof(RotationBody))]
[JsonSerializable(typeof(RotatedSecret))]
[JsonSerializable(typeof(ReplayBody))]
[JsonSerializable(typeof(DeliveryList))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(ImmutableArray<FeedEntry>))]
internal sealed partial class ApiJson : JsonSerializerContext;
