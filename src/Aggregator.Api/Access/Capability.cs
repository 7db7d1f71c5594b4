using Aggregator.Subscriptions;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Access;

/// <summary>
/// The secret in an address (<c>?token=…</c>) by which feed readers come in that can't send a key. It is taken out of the request before anything can log it, and put
/// back only into links for whoever came in by it.
/// </summary>
/// <param name="Secret">The secret.</param>
internal sealed record Capability(string Secret)
{
    /// <summary>The parameter's name.</summary>
    internal const string Parameter = "token";

    /// <summary>Takes it out of requests.</summary>
    internal static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Query.TryGetValue(Parameter, out var texts))
        {
            context.Features.Set(new Capability(texts.ToString()));
            var others = request.Query.Where(pair => pair.Key != Parameter).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
            request.QueryString = new QueryBuilder(others).ToQueryString();
        }
        return next(context);
    });

    /// <summary>The one that the request came with; null where it came with none.</summary>
    internal static Capability? Of(HttpContext context) => context.Features.Get<Capability>();

    /// <summary>The secret of the capability's topic, where it opens the request's endpoint; else null.</summary>
    internal async Task<KeySecret?> OpensAsync(HttpContext context, IGrainFactory grains, DateTimeOffset now)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<TakesCapability>() is null || !TopicId.TryParse(context.GetRouteValue("id") as string, out var topic)) return null;
        return await OpensAsync(topic, grains, now);
    }

    /// <summary>The secret of a topic's capability, where this is it; else null.</summary>
    internal async Task<KeySecret?> OpensAsync(TopicId topic, IGrainFactory grains, DateTimeOffset now)
    {
        if (!AccessToken.IsSecret(Secret)) return null;
        return await grains.GetGrain<ITopicGrain>(topic.Value).ReadAccessAsync() is { } access ? KeyRule.Find(access.Capability.Secrets, Secret, now) : null;
    }

    /// <summary>An address as the reader of a request can ask it: with the capability, where that let the reader in.</summary>
    internal static string Carry(HttpContext context, string address) =>
        Of(context) is { } capability && Caller.CameByCapability(context.User) ? FeedAddress.Carrying(address, capability.Secret) : address;
}

/// <summary>Endpoint metadata: reads of one topic, which its capability opens.</summary>
internal sealed record TakesCapability;
