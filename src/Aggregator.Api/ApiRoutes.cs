using Aggregator.Access;
using Aggregator.Aggregates;
using Aggregator.Extraction;
using Aggregator.Feeds;
using Aggregator.Http;
using Aggregator.Intake;
using Aggregator.Page;
using Aggregator.Resolution;
using Aggregator.Subscriptions;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator;

/// <summary>Maps the HTTP side: every address that is served, stage by stage.</summary>
public static class ApiRoutes
{
    /// <summary>Maps all endpoints, the page among them, and what lies around them: who may come in, security headers, problem details for every refusal.</summary>
    /// <param name="app">The application, with the services of <see cref="ApiRegistration.AddAggregatorApi"/>.</param>
    public static WebApplication MapAggregatorApi(this WebApplication app)
    {
        var routes = MapProbes(app);
        var v1 = routes.MapGroup("/v1").AddEndpointFilter<TopicRule>().Guarded();
        ArticleEndpoints.Map(v1);
        InboxEndpoint.Map(v1);
        RereadingEndpoint.Map(v1);
        SourceEndpoints.Map(v1);
        PushEndpoint.Map(v1);
        OpmlEndpoint.Map(v1);
        ReportEndpoint.Map(v1);
        PartyEndpoint.Map(v1);
        EventEndpoints.Map(v1);
        TopicEndpoints.Map(v1);
        ChangesEndpoint.Map(v1);
        FeedEndpoints.Map(v1);
        FormEndpoints.Map(v1);
        CalendarEndpoint.Map(v1);
        DigestEndpoints.Map(v1);
        ExportEndpoints.Map(v1);
        SubscriptionListEndpoint.Map(v1);
        StreamEndpoint.Map(v1);
        ManyTopicsStreamEndpoint.Map(v1);
        AggregateEndpoints.Map(v1);
        EventLedgerEndpoint.Map(v1);
        KeyEndpoints.Map(v1);
        CapabilityEndpoints.Map(v1);
        SubscriptionEndpoints.Map(v1);
        HubEndpoint.Map(v1);
        Reference.Map(app);
        PageEndpoints.Map(app);
        return app;
    }

    /// <summary>Maps <c>/healthz</c> and <c>/readyz</c> alone, for a node that serves nothing else.</summary>
    /// <param name="app">The application, with the services of <see cref="ApiRegistration.AddAggregatorApi"/>.</param>
    public static WebApplication MapAggregatorProbes(this WebApplication app)
    {
        MapProbes(app);
        return app;
    }

    private static RouteGroupBuilder MapProbes(WebApplication app)
    {
        app.UseOuterAccess();
        SecurityHeaders.Use(app);
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true, ExceptionHandler = _ => Task.CompletedTask });
        app.UseStatusCodePages(context => StatusProblem.Write(context.HttpContext));
        app.UseInnerAccess();
        var routes = app.MapGroup("").AddEndpointFilter<RequestRule>();
        Health.Map(routes);
        return routes;
    }
}
