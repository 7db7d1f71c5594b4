using Aggregator.Store;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aggregator.Http;

/// <summary>Turns what an endpoint threw into problem details. A fault of ours is logged here, once.</summary>
internal sealed partial class Faults(ILogger<Faults> logger) : IExceptionHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested || httpContext.Response.HasStarted) return true;
        var problem = Describe(exception);
        if (problem.Kind.Status >= 500) LogFault(logger, httpContext.Request.Method, httpContext.Request.Path, exception);
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>The problem that a fault is to the client: its own, one that passes, or ours.</summary>
    internal static Problem Describe(Exception exception)
    {
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            switch (fault)
            {
                case BadHttpRequestException request:
                    return new Problem(ProblemKind.Of(request.StatusCode), request.Message);
                case StoreUnavailableException store:
                    return new Problem(ProblemKind.StoreUnavailable, store.Message) { RetryAfter = Pause };
                case StaleActivationException:
                    return new Problem(ProblemKind.Unavailable, "Another part of the server wrote this at the same time. Try again.") { RetryAfter = Pause };
                case OrleansException or TimeoutException or OperationCanceledException:
                    return new Problem(ProblemKind.Unavailable, "The part of the server that was asked did not answer. Try again.") { RetryAfter = Pause };
                default:
                    continue;
            }
        }
        return new Problem(ProblemKind.Fault, "Something went wrong here; the server's log says what.");
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed.")]
    private static partial void LogFault(ILogger logger, string method, string path, Exception fault);
}
