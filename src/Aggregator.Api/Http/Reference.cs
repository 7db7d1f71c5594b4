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
            document.Servers = [];
            foreach (var path in document.Paths.Values) path.Operations?.Remove(HttpMethod.Head);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context.Description.ActionDescriptor.EndpointMetadata, context.Description.HttpMethod);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapScalarApiReference(SecurityHeaders.ReferencePath, options => options
            .WithTitle("Aggregator's API").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts().DisableTelemetry().DisableAgent()).ExcludeFromDescription();
    }

    private static void Describe(OpenApiOperation operation, IList<object> metadata, string? method)
    {
        operation.OperationId = null;
        operation.Parameters ??= [];
        if (metadata.OfType<PathId>().LastOrDefault() is { } id)
        {
            foreach (var path in operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Path).ToList()) operation.Parameters.Remove(path);
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "id", In = ParameterLocation.Path, Required = true, Description = $"The {id.Noun}'s id: {id.Form}.", Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
        foreach (var parameter in metadata.OfType<QueryParameter>())
            operation.Parameters.Add(new OpenApiParameter { Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Description, Schema = parameter.Schema });
        Respond(operation, "400", "The id or a parameter is not valid, as the problem says.");
        var isStream = metadata.OfType<Offer>().Any(offer => offer.MediaTypes.Contains("text/event-stream"));
        if (method == HttpMethods.Get && !isStream) Respond(operation, "304", "The reader holds it already (If-None-Match).");
    }

    private static void Respond(OpenApiOperation operation, string status, string description) =>
        (operation.Responses ??= []).TryAdd(status, new OpenApiResponse { Description = description });

    private static void Describe(OpenApiSchema schema, Type type)
    {
        var isText = type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IWireText<>));
        if (isText) schema.Type = JsonSchemaType.String;
    }
}
