using System.Text.Json;

namespace Aggregator.Fuzz;

/// <summary>An operation of the OpenAPI document, as far as requests are made from it.</summary>
/// <param name="Method">GET, POST, …</param>
/// <param name="Path">The path, with its parameters in braces.</param>
/// <param name="Query">Parameters of the query: names and schemas.</param>
/// <param name="Bodies">Media types of bodies with their schemas; none where it takes none.</param>
internal sealed record FuzzedOperation(string Method, string Path, IReadOnlyList<(string Name, JsonElement Schema)> Query, IReadOnlyList<(string MediaType, JsonElement Schema)> Bodies)
{
    /// <summary>Every operation of a document.</summary>
    internal static IReadOnlyList<FuzzedOperation> ReadAll(JsonElement document)
    {
        var operations = new List<FuzzedOperation>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object))
                operations.Add(new FuzzedOperation(operation.Name.ToUpperInvariant(), path.Name, [.. QueryOf(operation.Value)], [.. BodiesOf(operation.Value)]));
        return operations;
    }

    private static IEnumerable<(string, JsonElement)> QueryOf(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => (parameter.GetProperty("name").GetString()!, parameter.GetProperty("schema")))
            : [];

    private static IEnumerable<(string, JsonElement)> BodiesOf(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body)
            ? body.GetProperty("content").EnumerateObject().Select(content => (content.Name, content.Value.TryGetProperty("schema", out var schema) ? schema : default))
            : [];
}
