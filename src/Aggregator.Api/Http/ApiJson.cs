using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Aggregator.Aggregates;
using Aggregator.Archive;
using Aggregator.Extraction;
using Aggregator.Feeds;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Topics;

namespace Aggregator.Http;

/// <summary>How the API writes and reads JSON: camelCase, times as RFC 3339, ids and codes as texts.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(ArticleView))]
[JsonSerializable(typeof(ArticleOutcome))]
[JsonSerializable(typeof(InboxLag))]
[JsonSerializable(typeof(ResolvedReport))]
[JsonSerializable(typeof(NewsEvent))]
[JsonSerializable(typeof(EventReports))]
[JsonSerializable(typeof(TopicBody))]
[JsonSerializable(typeof(TopicDefinition))]
[JsonSerializable(typeof(TopicStatus))]
[JsonSerializable(typeof(TopicList))]
[JsonSerializable(typeof(FeedPageView))]
[JsonSerializable(typeof(FeedEntry))]
[JsonSerializable(typeof(TopicEvents))]
[JsonSerializable(typeof(Counts))]
[JsonSerializable(typeof(CasualtyLedger))]
[JsonSerializable(typeof(Contacts))]
[JsonSerializable(typeof(SourceBody))]
[JsonSerializable(typeof(SourceView))]
[JsonSerializable(typeof(SourceList))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(ImmutableArray<FeedEntry>))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The options that answers are written with. Texts stay readable: nothing is escaped that JSON does not ask for.</summary>
    internal static readonly JsonSerializerOptions Options = new(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = Default.WithAddedModifier(Flattened.Apply),
    };

    /// <summary>How a type is written.</summary>
    internal static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
