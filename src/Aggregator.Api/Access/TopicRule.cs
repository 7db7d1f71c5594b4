using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Access;

/// <summary>Hides private topics from callers without a key or the topic's capability: to them there is no such topic.</summary>
internal sealed class TopicRule(IGrainFactory grains) : IEndpointFilter
{
    private static readonly AccessScope[] Reading = [AccessScope.Read];

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, takes) = (context.HttpContext, context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<TakesCapability>() is not null);
        if (!takes && Capability.Of(http) is not null)
            return new Problem(ProblemKind.UnknownParameter, $"'{Capability.Parameter}' is not known here: it opens the reads of one topic.").With("parameter", Capability.Parameter);
        if (takes && TopicId.TryParse(http.GetRouteValue("id") as string, out var topic) && !await MayReadAsync(http, topic)) return Reply.UnknownTopic(topic.Value);
        return await next(context);
    }

    /// <summary>True when the request's caller may read a topic or learn of it; also for one that there is not.</summary>
    internal async Task<bool> MayReadAsync(HttpContext context, TopicId topic) =>
        Caller.Holds(context.User, Reading) && (Caller.IsKnown(context.User) || await grains.GetGrain<ITopicGrain>(topic.Value).ReadAccessAsync() is not { Private: true });
}
