using Aggregator.Access;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Membership;
using Aggregator.Resolution;
using Aggregator.Subscriptions;
using Aggregator.Telemetry;
using Aggregator.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator;

/// <summary>Adds the stages to a silo. The store and the extractor are the host's choice.</summary>
public static class SiloRegistration
{
    /// <summary>Adds what the grains need. The caller also registers an <c>IStore</c> and an <c>IExtractor</c>.</summary>
    /// <param name="silo">The silo under construction.</param>
    public static ISiloBuilder AddAggregatorStages(this ISiloBuilder silo)
    {
        silo.Services.AddOptions<IntakeOptions>().BindConfiguration("Intake").ValidateDataAnnotations().ValidateOnStart();
        silo.Services.AddOptions<RereadingOptions>().BindConfiguration("Rereading").ValidateDataAnnotations().ValidateOnStart();
        silo.Services.AddOptions<ResolutionOptions>().BindConfiguration("Resolution").ValidateDataAnnotations().ValidateOnStart();
        silo.Services.AddOptions<TopicOptions>().BindConfiguration("Topics").ValidateDataAnnotations().ValidateOnStart();
        silo.Services.AddSingleton(TimeProvider.System);
        silo.Services.AddMetrics();
        silo.Services.AddSingleton<StageMetrics>();
        silo.Services.AddSingleton<KeyBook>();
        silo.Services.AddSingleton<ArticleReading>();
        silo.Services.AddSingleton<TopicRouter>();
        silo.Services.AddSingleton<StagePipeline>();
        silo.Services.AddSingleton<InboxWatch>();
        silo.Services.AddHostedService(services => services.GetRequiredService<InboxWatch>());
        silo.Services.AddHostedService<RereadingWatch>();
        silo.AddStartupTask<BackfillResumption>();
        silo.AddSourcePolling();
        silo.AddSubscriptions();
        return silo;
    }

    /// <summary>Adds the fence that keeps a silo which was frozen, and voted out by the others meanwhile, from answering.</summary>
    /// <param name="silo">The silo under construction, one of a cluster.</param>
    public static ISiloBuilder AddSiloFence(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<SiloFence>();
        silo.Services.AddHostedService(services => services.GetRequiredService<SiloFence>());
        silo.Services.AddSingleton<IIncomingGrainCallFilter>(services => services.GetRequiredService<SiloFence>());
        return silo;
    }
}
