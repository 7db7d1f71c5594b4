using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Intake;

/// <summary>Adds the polling of sources to a silo.</summary>
internal static class SourceRegistration
{
    /// <summary>Adds what source grains need. The host chooses the reminder service.</summary>
    internal static void AddSourcePolling(this ISiloBuilder silo)
    {
        silo.Services.AddOptions<SourceOptions>().BindConfiguration("Sources")
            .PostConfigure<IConfiguration>((options, configuration) => options.CallbackUrl ??= configuration["Api:PublicUrl"] is { Length: > 0 } url ? url : null)
            .ValidateDataAnnotations().ValidateOnStart();
        silo.Services.AddSingleton<AddressGuard>();
        silo.Services.AddSingleton<WebFetcher>();
        silo.Services.AddSingleton<HostTurns>();
        silo.Services.AddSingleton<SourcePoller>();
        silo.Services.AddSingleton<PushRequest>();
        silo.AddStartupTask<SourceResumption>();
    }
}
