using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Aggregator.Access;

/// <summary>Who may read what the host serves beside the API.</summary>
public static class MetricsAccess
{
    /// <summary>Serves metrics to callers with the scope <c>read</c>, or to all where the configuration says so.</summary>
    /// <param name="metrics">The endpoint.</param>
    /// <param name="services">The application's services.</param>
    public static IEndpointConventionBuilder GuardMetrics(this IEndpointConventionBuilder metrics, IServiceProvider services)
    {
        var needs = new NeedsScope(AccessScope.Read);
        return services.GetRequiredService<IOptions<AccessOptions>>().Value.OpenMetrics
            ? metrics.AllowAnonymous().DisableRateLimiting()
            : metrics.WithMetadata(needs, needs.Policy).DisableRateLimiting();
    }
}
