using Aggregator.Http;
using Aggregator.Wire;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Access;

/// <summary>Endpoint metadata: who may call it. A caller needs one of the scopes.</summary>
/// <param name="Any">One or more.</param>
internal sealed record NeedsScope(params AccessScope[] Any)
{
    /// <summary>True where only who may manage may call it: such calls stand in the audit trail.</summary>
    internal bool IsManagement => Any is [AccessScope.Manage];

    internal string Text => string.Join(" or ", Any.Select(WireName.From));

    internal AuthorizationPolicy Policy => new AuthorizationPolicyBuilder().RequireAssertion(context => Caller.Holds(context.User, Any)).Build();
}

/// <summary>How endpoints say who may call them.</summary>
internal static class ScopeManners
{
    /// <summary>Says who may call the endpoints; the innermost word counts.</summary>
    internal static T Needs<T>(this T endpoints, params AccessScope[] any) where T : IEndpointConventionBuilder => endpoints.WithMetadata(new NeedsScope(any));

    /// <summary>
    /// Gives every endpoint of a group its policy: what it says it needs, else reading for what only reads and managing for all else. Reads of one topic are opened by the
    /// topic's capability, too. So an endpoint that says nothing is never more open than it should be.
    /// </summary>
    internal static RouteGroupBuilder Guarded(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            var needs = endpoint.Metadata.OfType<NeedsScope>().LastOrDefault() ?? new NeedsScope(IsRead(endpoint.Metadata) ? AccessScope.Read : AccessScope.Manage);
            endpoint.Metadata.Add(needs);
            endpoint.Metadata.Add(needs.Policy);
            if (IsRead(endpoint.Metadata) && needs.Any.Contains(AccessScope.Read) && endpoint.Metadata.OfType<PathId>().LastOrDefault() is { Noun: "topic" })
                endpoint.Metadata.Add(new TakesCapability());
        });
        return group;
    }

    private static bool IsRead(IEnumerable<object> metadata) =>
        metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { } methods && methods.HttpMethods.All(method => HttpMethods.IsGet(method) || HttpMethods.IsHead(method));
}
