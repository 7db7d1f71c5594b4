using System.Text.Json.Serialization;

namespace Aggregator.Intake;

/// <summary>JSON of what polling remembers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PollMemory))]
internal sealed partial class PollJson : JsonSerializerContext;
