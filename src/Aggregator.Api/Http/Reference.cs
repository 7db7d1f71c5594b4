using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using Aggregator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Aggregator.Http;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c> and a reference to browse at <c>/reference</c>, all of it served from here.</summary>
internal static class Reference
{
    internal static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Aggregator", Version = "v1",
                Description = "Articles in; events, casualty claims and topics out, as feeds that people follow. Errors are problem details (RFC 9457) with stable types.",
            };
            document.Info.License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" };
            document.Servers = [new OpenApiServer { Url = "/" }];
            foreach (var path in document.Paths.Values) path.Operations?.Remove(HttpMethod.Head);
            ReferenceAccess.Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context.Description.ActionDescriptor.EndpointMetadata, context.Description.HttpMethod);
            operation.OperationId = IdOf(context.Description.HttpMethod, context.Description.RelativePath);
            ReferenceAccess.Describe(operation, context.Description.ActionDescriptor.EndpointMetadata, context.Document);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonPropertyInfo?.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true) schema.Type &= ~JsonSchemaType.Null;
            Describe(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        routes.MapScalarApiReference(SecurityHeaders.ReferencePath, options => options
            .WithTitle("Aggregator's API").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts().DisableTelemetry().DisableAgent()).AllowAnonymous().ExcludeFromDescription();
    }

    private static void Describe(OpenApiOperation operation, IList<object> metadata, string? method)
    {
        operation.Parameters ??= [];
        if (metadata.OfType<PathId>().LastOrDefault() is { } id)
        {
            foreach (var path in operation.Parameters.Where(parameter => parameter is { In: ParameterLocation.Path, Name: "id" }).ToList()) operation.Parameters.Remove(path);
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "id", In = ParameterLocation.Path, Required = true, Description = $"The {id.Noun}'s id: {id.Form}.", Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
        foreach (var parameter in metadata.OfType<QueryParameter>())
            operation.Parameters.Add(new OpenApiParameter { Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Description, Schema = parameter.Schema });
        if (metadata.OfType<FormField>().ToList() is { Count: > 0 } fields) operation.RequestBody = FormField.Describe(fields);
        Respond(operation, "400", "The id or a parameter is not valid, as the problem says.");
        var isStream = metadata.OfType<Offer>().Any(offer => offer.MediaTypes.Contains("text/event-stream"));
        if (method == HttpMethods.Get && !isStream) Respond(operation, "304", "The reader holds it already (If-None-Match).");
    }

    /// <summary>A name that stays while the address does: <c>readTopicFeed</c> for GET of <c>v1/topics/{id}/feed</c>.</summary>
    private static string IdOf(string? method, string? path)
    {
        var id = new StringBuilder(method == HttpMethods.Get ? "read" : method?.ToLowerInvariant());
        var parts = (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < parts.Length; at++)
        {
            if (parts[at] == "v1" || parts[at][0] == '{') continue;
            var isOne = at + 1 < parts.Length && parts[at + 1][0] == '{' && parts[at][^1] == 's';
            foreach (var word in (isOne ? parts[at][..^1] : parts[at]).Split('.', '-')) id.Append(char.ToUpperInvariant(word[0])).Append(word.AsSpan(1));
        }
        return id.ToString();
    }

    private static void Respond(OpenApiOperation operation, string status, string description) =>
        (operation.Responses ??= []).TryAdd(status, new OpenApiResponse { Description = description });

    private static void Describe(OpenApiSchema schema, Type type)
    {
        var isText = type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IWireText<>));
        if (isText) schema.Type = JsonSchemaType.String;
        // Generated clients else take a name for a number.
        if (schema is { Type: null, Enum.Count: > 0 }) schema.Type = JsonSchemaType.String;
        // That a name may be null is said where it is used; its own schema, shared by all uses, lists names alone.
        if (schema is { Type: { } named, Enum: { } names } && !named.HasFlag(JsonSchemaType.Null)) schema.Enum = [.. names.Where(name => name is { } && !name.IsJsonNullSentinel() && name.GetValueKind() != JsonValueKind.Null)];
        // An id's own form is not told of inside a list.
        if (schema is { Type: { } kind, Items: null } && kind.HasFlag(JsonSchemaType.Array)) schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
    }
}
