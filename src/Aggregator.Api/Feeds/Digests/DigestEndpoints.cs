using System.Text.Json.Nodes;
using Aggregator.Access;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Aggregator.Feeds;

/// <summary>A topic's digests: a summary of each day or hour that is over, as JSON and as a feed of its own.</summary>
internal static class DigestEndpoints
{
    private const int PageCount = 10;
    private const int PageCountMax = 50;

    private static readonly QueryParameter<DigestStep> Every = QueryParameters.Name<DigestStep>("every", "The period that a digest sums up; days where not given.");
    private static readonly QueryParameter<DateTimeOffset> Before = QueryParameters.Moment("before", "Only digests of periods that end by this moment.");

    private static readonly QueryParameter<TimeZoneInfo> Zone = new("zone", "Whose days are summed up, a time zone's name of the IANA database (Europe/Berlin); UTC where not given.",
        "the name of a time zone as in Europe/Berlin", TryReadZone, new OpenApiSchema { Type = JsonSchemaType.String, Default = JsonValue.Create("UTC") });

    private static readonly QueryParameter<int> Limit = new("limit", $"How many at most; {PageCount} where not given.", $"a number from 1 to {PageCountMax}",
        (string text, out int value) => int.TryParse(text, out value) && value is >= 1 and <= PageCountMax,
        new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "50", Default = JsonValue.Create(PageCount) });

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var topic = routes.MapGroup("/topics/{id}").WithTags("Feeds").WithMetadata(TopicEndpoints.Id, Every, Zone, Before, Limit);
        const string description = "What each day or hour that is over brought: new events, figures that moved, corrections. A digest follows from the positions at its period's ends, "
            + "so it always says the same under the same id. A period that is not over has none, nor has one that brought nothing: one answer looks at so many periods at most, "
            + "so a page may be short, or empty, and still have a next one.";
        topic.MapRead("/digest", ReadJsonAsync).Produces<DigestView>().Refuses(ProblemKind.UnknownTopic).Described("Read a topic's digests", description);
        foreach (var form in FeedForms.All)
            topic.MapRead(
                $"/digest.{FeedForms.Extension(form)}",
                (TopicId id, HttpContext context, DigestReader digests, IOptions<ApiOptions> options) => ReadFormAsync(id, form, context, digests, options))
                .WithMetadata(FormEndpoints.OfferOf(form)).Produces<string>(200, FeedForms.MediaType(form)).Refuses(ProblemKind.UnknownTopic)
                .Described($"Read a topic's digests as {FeedForms.Name(form)}", description);
    }

    private static async Task<IResult> ReadJsonAsync(TopicId id, HttpContext context, DigestReader digests)
    {
        var clock = ClockOf(context.Request);
        if (await ReadAsync(id, clock, context.Request, digests) is not { } read) return Reply.UnknownTopic(id.Value);
        return Reply.Json(new DigestView(read.Topic, clock.Step, clock.Zone.Id, read.Digests, read.Next is { } next ? Capability.Carry(context, DigestDocument.Path(id, clock, "", next, GivenLimit(context.Request))) : null));
    }

    private static async Task<IResult> ReadFormAsync(TopicId id, FeedForm form, HttpContext context, DigestReader digests, IOptions<ApiOptions> options)
    {
        var clock = ClockOf(context.Request);
        if (await ReadAsync(id, clock, context.Request, digests) is not { } read) return Reply.UnknownTopic(id.Value);
        DateTimeOffset? before = Before.TryRead(context.Request, out var moment) ? moment : null;
        var server = PublicAddress.Of(context.Request, options.Value);
        var document = DigestDocument.Of(read.Topic, clock, read.Digests, form, server, before, read.Next, GivenLimit(context.Request));
        return new BodyReply(FeedWriter.Write(FeedDocuments.Carrying(document, id, server, context), form), $"{FeedForms.MediaType(form)}; charset=utf-8");
    }

    private static Task<(TopicDefinition Topic, IReadOnlyList<Digest> Digests, DateTimeOffset? Next)?> ReadAsync(TopicId id, DigestClock clock, HttpRequest request, DigestReader digests) =>
        digests.ReadAsync(id, clock, Before.TryRead(request, out var before) ? before : null, Limit.Read(request, PageCount), request.HttpContext.RequestAborted);

    /// <summary>The limit that was asked for, which links carry on; null where nobody said.</summary>
    private static int? GivenLimit(HttpRequest request) => request.Query.ContainsKey(Limit.Name) ? Limit.Read(request, PageCount) : null;

    private static DigestClock ClockOf(HttpRequest request) => new(Every.Read(request, DigestStep.Day), Zone.Read(request, TimeZoneInfo.Utc));

    // A zone has one spelling: files are found under others too, "Europe//Berlin", and each would be kept as a zone of its own.
    private static bool TryReadZone(string text, out TimeZoneInfo zone) =>
        (zone = text is "UTC" or "Etc/UTC" ? TimeZoneInfo.Utc
            : !text.Contains("//", StringComparison.Ordinal) && !text.EndsWith('/') && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var known) ? known : null!) is not null;
}
