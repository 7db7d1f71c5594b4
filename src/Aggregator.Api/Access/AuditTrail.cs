using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aggregator.Access;

/// <summary>One line for every call that manages something, also a refused one: when, who, from where, what, and how it ended. Log category <c>Aggregator.Access.Audit</c>.</summary>
internal sealed partial class AuditTrail(ILoggerFactory loggers, TimeProvider clock)
{
    /// <summary>The lines' log category.</summary>
    internal const string Category = "Aggregator.Access.Audit";

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    /// <summary>Writes the lines. Outside of what answers failures, so that their status is known.</summary>
    internal void Use(IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // What is open to all manages nothing; and hubs' pushes have a secret in their address.
        var isManagement = context.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<NeedsScope>() is { IsManagement: true } && metadata.GetMetadata<IAllowAnonymous>() is null;
        if (!isManagement)
        {
            await next(context);
            return;
        }
        // Escaped, so that no address can begin a line of its own.
        var (method, path) = (context.Request.Method, context.Request.Path.ToUriComponent());
        try
        {
            await next(context);
        }
        finally
        {
            Log(_logger, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), Caller.Describe(context.User), context.Connection.RemoteIpAddress?.ToString() ?? "unknown", method, path,
                context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted ? "aborted" : context.Response.StatusCode.ToString(CultureInfo.InvariantCulture));
        }
    });

    [LoggerMessage(LogLevel.Information, "{At} {Who} from {Address}: {Method} {Path} {Outcome}")]
    private static partial void Log(ILogger logger, string at, string who, string address, string method, string path, string outcome);
}
