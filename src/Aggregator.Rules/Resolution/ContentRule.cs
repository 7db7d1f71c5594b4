using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregator.Resolution;

/// <summary>Whether what is said anew says anything else than before. What does not makes no revision, and no feed entry.</summary>
internal static partial class ContentRule
{
    /// <summary>True where two deliveries of one report tell the same: all but how it was read and on what it was put into its event.</summary>
    /// <param name="one">A delivery.</param>
    /// <param name="other">Another.</param>
    internal static bool IsSame(ReportDelivery one, ReportDelivery other) =>
        Text(Plain(one), ContentJson.Default.ReportDelivery).AsSpan().SequenceEqual(Text(Plain(other), ContentJson.Default.ReportDelivery));

    /// <summary>True where two revisions of an event tell the same: all but their number, when they were recorded, and why.</summary>
    /// <param name="one">A revision.</param>
    /// <param name="other">Another.</param>
    internal static bool IsSame(NewsEvent one, NewsEvent other) =>
        Text(Plain(one), ContentJson.Default.NewsEvent).AsSpan().SequenceEqual(Text(Plain(other), ContentJson.Default.NewsEvent));

    private static ReportDelivery Plain(ReportDelivery delivery) => delivery with
    {
        Report = delivery.Report with { Rule = "", Confidence = 1, Evidence = [] },
        Revision = 0,
        TraceParent = null,
        Basis = null,
        Origin = null,
    };

    private static NewsEvent Plain(NewsEvent newsEvent) => newsEvent with { Revision = 0, RecordedAt = default, Reason = null };

    private static byte[] Text<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(ReportDelivery))]
    [JsonSerializable(typeof(NewsEvent))]
    private sealed partial class ContentJson : JsonSerializerContext;
}
