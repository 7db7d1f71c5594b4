using System.Text.Json.Nodes;
using Aggregator.Access;
using Aggregator.Wire;
using Microsoft.OpenApi;

namespace Aggregator.Http;

/// <summary>What the OpenAPI document says of who may call: the ways to say who one is, and for each operation its scopes and refusals.</summary>
internal static class ReferenceAccess
{
    /// <summary>The operation's member that lists scopes of which a caller needs one.</summary>
    private const string AnyScope = "x-any-scope";

    private const string Bearer = "key", Header = "keyHeader", Address = "capability";

    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["Access"] = "Access keys, and capabilities that open one topic.", ["Aggregates"] = "What a topic's events add up to.", ["Articles"] = "Hand articles in, and take them back.",
        ["Events"] = "Happenings, the reports that tell of them, and decisions on them.", ["Feeds"] = "A topic's changes, in pages and live.", ["Health"] = "Probes.",
        ["Reports"] = "What reports' codes stand for.", ["Sources"] = "Feeds that are polled.", ["Topics"] = "Standing questions.",
    };

    internal static void Describe(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An access key (agg_…), or a JSON Web Token where an identity provider is configured." },
            [Header] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-API-Key", Description = "An access key, for clients that can't set Authorization." },
            [Address] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Query, Name = Capability.Parameter, Description = "A topic's capability, for feed readers; it opens the reads of that topic." },
        };
        var used = document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []).SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(tag => tag.Name);
        // In the order of the addresses, as the reference shows them.
        document.Tags = used.OfType<string>().Distinct().Select(name => new OpenApiTag { Name = name, Description = Tags.GetValueOrDefault(name, name) }).ToHashSet();
    }

    internal static void Describe(OpenApiOperation operation, IList<object> metadata, OpenApiDocument? document)
    {
        operation.Security = [];
        if (metadata.OfType<NeedsScope>().LastOrDefault() is not { } needs) return;
        operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] });
        operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Header, document)] = [] });
        if (metadata.OfType<TakesCapability>().Any()) operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Address, document)] = [] });
        // A requirement's own list would ask for all of them; any of these lets in.
        var any = new JsonArray([.. needs.Any.Append(AccessScope.Manage).Distinct().Select(scope => (JsonNode)WireName.From(scope))]);
        (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())[AnyScope] = new JsonNodeExtension(any);
        Refuse(operation, "401", $"No key was sent that is accepted here; the scope {needs.Text} is needed.");
        Refuse(operation, "403", "The key has not the scope that is needed.");
        Refuse(operation, "429", "Too many requests; Retry-After says when to ask again.");
    }

    private static void Refuse(OpenApiOperation operation, string status, string description) =>
        (operation.Responses ??= []).TryAdd(status, new OpenApiResponse
        {
            Description = description, Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
        });
}
