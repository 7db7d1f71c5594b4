using Microsoft.OpenApi;

namespace Aggregator.Http;

/// <summary>A field of the form that an endpoint reads. It is endpoint metadata, for the OpenAPI document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">True where no request is understood without it.</param>
/// <param name="Schema">Its values, and what they do.</param>
internal sealed record FormField(string Name, bool IsRequired, OpenApiSchema Schema)
{
    /// <summary>The media type of forms.</summary>
    internal const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>What the OpenAPI document says of a form with these fields.</summary>
    internal static OpenApiRequestBody Describe(IReadOnlyList<FormField> fields) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [MediaType] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = fields.Where(field => field.IsRequired).Select(field => field.Name).ToHashSet(),
                    Properties = fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => field.Schema),
                },
            },
        },
    };
}
