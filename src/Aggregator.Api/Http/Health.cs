using Aggregator.Archive;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Aggregator.Http;

/// <summary>What a probe is told.</summary>
/// <param name="Status"><c>ok</c> or <c>ready</c>.</param>
internal sealed record HealthView(string Status);

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: a grain answered that reads the store, and the process is not stopping.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var probes = routes.MapGroup("").WithTags("Health").AllowAnonymous().DisableRateLimiting();
        probes.MapRead("/healthz", () => Reply.Json(new HealthView("ok"))).Produces<HealthView>()
            .Described("Is the process alive?", "200 while the process answers at all. Restart it when this fails.");
        probes.MapRead("/readyz", ReadyAsync).Produces<HealthView>().Refuses(ProblemKind.Unavailable)
            .Described("Is the server ready?", "200 once a grain answered and the store could be read; 503 before, while stopping, and while the store is away.");
    }

    private static async Task<IResult> ReadyAsync(IGrainFactory grains, IHostApplicationLifetime lifetime)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return new Problem(ProblemKind.Unavailable, "The server is stopping.");
        try
        {
            await grains.GetGrain<IArchiveGrain>(0).PingAsync().WaitAsync(Patience);
            return Reply.Json(new HealthView("ready"));
        }
        catch (Exception fault)
        {
            // Whatever it is: not ready. The probe asks again, so it is told, not logged.
            var known = Faults.Describe(fault);
            return new Problem(ProblemKind.Unavailable, known.Kind == ProblemKind.Fault ? "No grain answers yet." : known.Detail) { RetryAfter = TimeSpan.FromSeconds(1) };
        }
    }
}
