using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Http;

/// <summary>
/// What every endpoint asks of a request before it runs: an id of the right form, only parameters that it knows, each with a value that it can have, and
/// a media type that it can answer with. A misspelt parameter would else be a wrong answer that looks right.
/// </summary>
internal sealed class RequestRule : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Check(context.HttpContext) is { } problem ? problem : await next(context);

    private static Problem? Check(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty;
        var offer = metadata.GetMetadata<Offer>() ?? Offer.Json;
        if (!offer.IsAccepted(context.Request)) return new Problem(ProblemKind.NotAcceptable, $"This is served as {string.Join(" or ", offer.MediaTypes)}.");
        var isFree = metadata.GetMetadata<AnyQuery>() is not null;
        return CheckId(context, metadata.GetMetadata<PathId>()) ?? (isFree ? null : CheckQuery(context.Request.Query, metadata.GetOrderedMetadata<QueryParameter>()));
    }

    private static Problem? CheckId(HttpContext context, PathId? id) =>
        id is not null && context.GetRouteValue("id") is string text && !id.IsValid(text)
            ? new Problem(ProblemKind.InvalidId, $"'{text}' is no {id.Noun} id: {id.Form}.")
            : null;

    private static Problem? CheckQuery(IQueryCollection query, IReadOnlyList<QueryParameter> known)
    {
        foreach (var (name, values) in query)
        {
            if (known.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
                return new Problem(ProblemKind.UnknownParameter, Unknown(name, known)).With("parameter", name);
            if (values is not [{ } value] || !parameter.IsValid(value))
                return new Problem(ProblemKind.InvalidParameter, $"{name} must be {parameter.Form}, given once.").With("parameter", name);
        }
        return null;
    }

    private static string Unknown(string name, IReadOnlyList<QueryParameter> known) =>
        known.Count == 0 ? $"'{name}' is not known here; nothing is asked in the query."
        : $"'{name}' is not known here; known are {string.Join(", ", known.Select(parameter => parameter.Name))}.";
}
