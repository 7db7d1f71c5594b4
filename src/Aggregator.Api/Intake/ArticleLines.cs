using System.Text.Json;
using Aggregator.Http;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Intake;

/// <summary>Writes what became of each line of a body, one JSON object a line.</summary>
internal static class ArticleLines
{
    /// <summary>200 when something of the body was kept, 422 when each line was refused, 400 when there was none.</summary>
    internal static IResult Reply(IReadOnlyList<ArticleOutcome> outcomes)
    {
        if (outcomes.Count == 0) return new Problem(ProblemKind.InvalidBody, "The body has no line with an article.");
        using var body = new MemoryStream();
        foreach (var outcome in outcomes)
        {
            JsonSerializer.Serialize(body, outcome, WireJson.Of<ArticleOutcome>());
            body.WriteByte((byte)'\n');
        }
        var status = outcomes.All(outcome => outcome.IsRefused) ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return new BodyReply(body.ToArray(), "application/x-ndjson") { Status = status };
    }
}
