using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aggregator.Http;

/// <summary>How the API writes and reads JSON. Texts stay readable: nothing is escaped that JSON does not ask for.</summary>
internal static class WireJson
{
    internal static readonly JsonSerializerOptions Options = new(ApiJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = JsonTypeInfoResolver.WithAddedModifier(ApiJson.Default, Flattened.Apply),
    };

    /// <summary>How a type is written.</summary>
    internal static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
