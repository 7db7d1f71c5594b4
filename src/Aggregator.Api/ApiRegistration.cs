using System.Text.Json.Serialization;
using Aggregator.Access;
using Aggregator.Feeds;
using Aggregator.Http;
using Aggregator.Intake;
using Aggregator.Page;
using Aggregator.Resolution;
using Aggregator.Subscriptions;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Aggregator;

/// <summary>Adds the HTTP side to a host. The host brings an Orleans client, or the silo that has one.</summary>
public static class ApiRegistration
{
    /// <summary>Adds what the endpoints need; <see cref="ApiRoutes.MapAggregatorApi"/> maps them.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddAggregatorApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration("Api").ValidateDataAnnotations().ValidateOnStart();
        services.AddAccess();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ServerLimits>();
        // A parameter that can't be bound is answered by the rule of requests, not by an exception.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.Configure<JsonOptions>(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, WireJson.Options.TypeInfoResolver!);
            // The OpenAPI document tells of these: a number is no text here.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddExceptionHandler<Faults>();
        services.AddOpenApi("v1", Reference.Configure);
        services.AddSingleton<InboxDoor>();
        services.AddSingleton<TopicMoments>();
        services.AddSingleton<EventMoments>();
        services.AddSingleton<PushEndpoint>();
        services.AddSingleton<HubEndpoint>();
        services.AddSingleton<FeedPages>();
        services.AddSingleton<FeedDocuments>();
        services.AddSingleton<DigestReader>();
        services.AddSingleton<PageFiles>();
        services.AddSingleton<StreamMetrics>();
        services.AddSingleton<StreamHub>();
        services.AddSingleton<StreamSession>();
        services.AddHostedService(provider => provider.GetRequiredService<StreamHub>());
        services.AddHostedService<NodeWatch>();
        return services;
    }
}
