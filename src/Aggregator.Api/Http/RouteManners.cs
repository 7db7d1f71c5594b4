using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Http;

/// <summary>How endpoints are declared here.</summary>
internal static class RouteManners
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>An endpoint that reads: GET, and HEAD with it.</summary>
    internal static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapMethods(pattern, Reads, handler);

    /// <summary>Says what an endpoint is, in one line and in a few.</summary>
    internal static RouteHandlerBuilder Described(this RouteHandlerBuilder route, string summary, string description) =>
        route.WithSummary(summary).WithDescription(description);

    /// <summary>Says what an endpoint refuses, beside a bad query, id or Accept header.</summary>
    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ProblemKind[] kinds)
    {
        foreach (var status in kinds.Select(kind => kind.Status).Distinct()) route.ProducesProblem(status);
        return route;
    }
}
