using System.Diagnostics;
using Aggregator.Access;
using Aggregator.Intake;
using Aggregator.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Aggregator.Hosting;

/// <summary>
/// Traces and metrics through OpenTelemetry: <c>/metrics</c> for Prometheus always, OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a
/// collector.
/// </summary>
internal static class TelemetrySetup
{
    internal static void Add(WebApplicationBuilder builder)
    {
        var exports = !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("aggregator", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(StageMetrics.MeterName, "Aggregator.Api", "Microsoft.Orleans", "System.Runtime").AddAspNetCoreInstrumentation().AddPrometheusExporter();
                if (exports) metrics.AddOtlpExporter();
            });
        if (exports)
            telemetry.WithTracing(tracing => tracing
                .AddSource(StageMetrics.MeterName, "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application")
                .AddAspNetCoreInstrumentation(requests => requests.EnrichWithHttpRequest = HideToken).AddOtlpExporter());
    }

    // Who knows the address of a push may send one.
    private static void HideToken(Activity activity, HttpRequest request)
    {
        if (request.Path.StartsWithSegments(PushAddress.Path, StringComparison.Ordinal)) activity.SetTag("url.path", PushAddress.Path);
    }

    internal static void Map(WebApplication app) => app.MapPrometheusScrapingEndpoint("/metrics").GuardMetrics(app.Services);
}
