using Aggregator.Access;
using Aggregator.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aggregator.Subscriptions;

/// <summary>Adds the telling of subscribers to a silo.</summary>
internal static class SubscriptionRegistration
{
    /// <summary>Adds what subscription grains need beside what sources bring: the guard of addresses. The host chooses the reminder service.</summary>
    internal static void AddSubscriptions(this ISiloBuilder silo)
    {
        silo.Services.AddOptions<SubscriptionOptions>().BindConfiguration("Subscriptions").ValidateDataAnnotations().ValidateOnStart();
        silo.Services.AddSingleton<CallLanes>();
        silo.Services.AddSingleton<CallbackSender>();
        silo.Services.TryAddSingleton(ServerDoor.Alone);
        silo.Services.AddSingleton(services => new HubAccess(services.GetRequiredService<IStore>(), services.GetRequiredService<ServerDoor>(), services.GetRequiredService<TimeProvider>()));
        silo.Services.AddSingleton<TopicWatch>();
        silo.Services.AddHostedService(services => services.GetRequiredService<TopicWatch>());
        silo.AddStartupTask<SubscriptionResumption>();
    }
}
