using Aggregator.Archive;
using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Extraction;

/// <summary><c>/v1/reports/{id}</c>: what one article says of one happening, and by which rule it was read.</summary>
internal static class ReportEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/reports/{id}", ReadAsync).WithTags("Events").WithMetadata(PathId.Of<ReportId>("report", "1 to 240 characters of A-Z a-z 0-9 . _ : ~ -"))
            .Produces<ResolvedReport>().Refuses(ProblemKind.UnknownReport)
            .Described("Read a report", "One article's account of one happening: its span and sentence, its slots with the evidence for each, and the event it became part of.");

    private static async Task<IResult> ReadAsync(ReportId id, IGrainFactory grains) =>
        await grains.GetGrain<IArchiveGrain>(0).ReadReportAsync(id) is { } report
            ? Reply.Json(report)
            : new Problem(ProblemKind.UnknownReport, $"No report has the id '{id}'.");
}
