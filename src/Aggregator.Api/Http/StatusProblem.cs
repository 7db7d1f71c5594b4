using Microsoft.AspNetCore.Http;

namespace Aggregator.Http;

/// <summary>Gives a refusal that no endpoint made (no such address, no such method) its problem details.</summary>
internal static class StatusProblem
{
    internal static Task Write(HttpContext context)
    {
        var response = context.Response;
        var kind = ProblemKind.Of(response.StatusCode);
        var detail = kind == ProblemKind.MethodNotAllowed && response.Headers.Allow.ToString() is { Length: > 0 } allowed
            ? $"{context.Request.Method} is not served here, but {allowed} is."
            : kind == ProblemKind.NotFound ? "Nothing is served at this address; /reference shows what is."
            : kind.Title + ".";
        return new Problem(kind, detail).ExecuteAsync(context);
    }
}
