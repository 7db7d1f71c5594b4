using System.Buffers;
using System.Diagnostics;
using Aggregator.Access;
using Aggregator.Archive;
using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary><c>/v1/articles</c>: hand articles in, read one with what was read from it, take one back.</summary>
internal static class ArticleEndpoints
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    private static readonly QueryParameter<string> Reason = QueryParameters.Text("reason", "Why the article is taken back, shown to its followers.", 500);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/articles").WithTags("Articles");
        articles.MapPost("", SubmitAsync).Needs(AccessScope.Ingest).Accepts<ArticleInput>(Json, Lines).WithMetadata(new Offer(Json, Lines))
            .Produces<ArticleOutcome>(StatusCodes.Status201Created).Produces<ArticleOutcome>()
            .Refuses(ProblemKind.InvalidBody, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.RefusedArticle, ProblemKind.Busy, ProblemKind.Unavailable)
            .Described("Hand in articles", "One as a JSON object: 201 when it is new, 200 when it is known. Or many as NDJSON, one a line: each line is answered by "
                + "one of accepted, duplicate, revised or refused, and good lines are kept beside bad ones. A 2xx is kept, also if the server is killed.");
        var article = articles.MapGroup("/{id}").WithMetadata(PathId.Of<ArticleId>("article", "1 to 200 characters of A-Z a-z 0-9 . _ : ~ -"));
        article.MapRead("", ReadAsync).Produces<ArticleView>().Refuses(ProblemKind.UnknownArticle)
            .Described("Read an article", "The article as it stands, with every report that was read from it: the span that says so, and the event it became part of.");
        article.MapDelete("", WithdrawAsync).Needs(AccessScope.Ingest).WithMetadata(Reason).Produces<ArticleOutcome>().Refuses(ProblemKind.UnknownArticle, ProblemKind.Busy, ProblemKind.Unavailable)
            .Described("Take an article back", "Its reports are retracted everywhere, and every feed that told of them tells of that.");
    }

    private static async Task<IResult> SubmitAsync(HttpRequest request, InboxDoor door, IOptions<ApiOptions> options, TimeProvider clock)
    {
        switch (RequestBody.MediaType(request))
        {
            case Lines or "application/ndjson" or "application/jsonl":
                return await SubmitLinesAsync(request, door, options.Value, clock.GetUtcNow());
            case Json:
                if (await RequestBody.ReadAsync(request, options.Value.ArticleBytesMax) is not { } body) return RequestBody.TooLarge(options.Value.ArticleBytesMax);
                return await SubmitOneAsync(body, door, clock.GetUtcNow(), request.HttpContext.RequestAborted);
            default:
                return RequestBody.UnsupportedMediaType(Json, Lines);
        }
    }

    private static async Task<IResult> SubmitOneAsync(byte[] body, InboxDoor door, DateTimeOffset now, CancellationToken cancellation)
    {
        if (ArticleInput.Read(new ReadOnlySequence<byte>(body), out var reason) is not { } input)
            return new Problem(ProblemKind.InvalidBody, $"{reason} Many articles are sent as {Lines}, one a line.");
        if (SubmissionRule.Check(input, now, out reason) is not { } submission) return new Problem(ProblemKind.RefusedArticle, reason ?? "");
        var (outcomes, refusal) = await door.SubmitAsync([submission with { TraceParent = Activity.Current?.Id }], cancellation);
        if (refusal is not null) return refusal;
        var status = outcomes[0].Result == SubmitResult.Accepted ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return Reply.Json(ArticleOutcome.Kept(outcomes[0]), status, $"/v1/articles/{outcomes[0].Id}");
    }

    private static async Task<IResult> SubmitLinesAsync(HttpRequest request, InboxDoor door, ApiOptions options, DateTimeOffset now)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var batch = new ArticleBatch(door, options.BatchCountMax, now);
        await foreach (var line in BodyLines.ReadAsync(request.BodyReader, options.ArticleBytesMax, cancellation))
        {
            if (line.Number > options.LineCountMax) return await batch.FlushAsync(cancellation) ?? TooManyLines(options.LineCountMax);
            if (await batch.AddAsync(line, cancellation) is { } problem) return problem;
        }
        return await batch.FlushAsync(cancellation) is { } refusal ? refusal : ArticleLines.Reply([.. batch.Outcomes]);
    }

    private static Problem TooManyLines(int countMax) =>
        new Problem(ProblemKind.TooLarge, $"A body may have {countMax} lines; those are dealt with, what follows is not.").With("keptLines", countMax);

    private static async Task<IResult> ReadAsync(ArticleId id, IGrainFactory grains)
    {
        var archive = grains.GetGrain<IArchiveGrain>(0);
        return await archive.ReadArticleAsync(id) is { } article
            ? Reply.Json(ArticleView.Of(article, await archive.ReadReportsAsync(id)))
            : Reply.UnknownArticle(id.Value);
    }

    private static async Task<IResult> WithdrawAsync(ArticleId id, HttpRequest request, InboxDoor door, TimeProvider clock)
    {
        Reason.TryRead(request, out var reason);
        var withdrawal = new Submission { Id = id, PublishedAt = clock.GetUtcNow(), Reason = reason, TraceParent = Activity.Current?.Id };
        var (outcomes, refusal) = await door.SubmitAsync([withdrawal], request.HttpContext.RequestAborted);
        return refusal is not null ? refusal
            : outcomes[0].Result == SubmitResult.Unknown ? Reply.UnknownArticle(id.Value)
            : Reply.Json(ArticleOutcome.Kept(outcomes[0]));
    }
}
