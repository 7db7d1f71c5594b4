using System.Text.Json.Serialization;

namespace Aggregator.Importing;

/// <summary>The importer's JSON: what it sends, and what a line is answered with.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportLine))]
[JsonSerializable(typeof(ImportOutcome))]
[JsonSerializable(typeof(ImportLag))]
internal sealed partial class ImportJson : JsonSerializerContext;
