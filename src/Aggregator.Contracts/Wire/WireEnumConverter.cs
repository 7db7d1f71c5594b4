using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregator.Wire;

/// <summary>Writes an enum by its wire name: the member's name in kebab case (<c>AidWorker</c> is <c>aid-worker</c>).</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class WireEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
