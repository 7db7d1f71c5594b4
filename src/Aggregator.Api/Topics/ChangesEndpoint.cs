using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Topics;

/// <summary><c>/v1/topics/{id}/changes</c>: what differs between two moments, and why.</summary>
internal static class ChangesEndpoint
{
    private const int ChangeCount = 100;

    private static readonly QueryParameter<int> Limit = QueryParameters.Limit(ChangeCount);
    private static readonly QueryParameter<DateTimeOffset> From = QueryParameters.Moment("from", "The earlier moment, by the time of recording; the topic's beginning where not given.");
    private static readonly QueryParameter<DateTimeOffset> To = QueryParameters.Moment("to", "The later moment; now where not given.");

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/topics/{id}/changes", ReadAsync).WithTags("Topics").WithMetadata(TopicEndpoints.Id, From, To, Limit).Produces<TopicChanges>()
            .Refuses(ProblemKind.UnknownTopic, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Read what changed between two moments", "One change an event, the latest first: in what ways it differs, which figures moved, the reports that came, and why.");

    private static async Task<IResult> ReadAsync(TopicId id, HttpRequest request, IGrainFactory grains, TopicMoments moments)
    {
        var (from, to) = (From.Read(request, DateTimeOffset.MinValue), To.Read(request, DateTimeOffset.MaxValue));
        if (from > to) return new Problem(ProblemKind.InvalidParameter, "from must not be after to.").With("parameter", From.Name);
        var (first, refusal) = From.TryRead(request, out _) ? await moments.FindAsync(id, from, From.Name) : (0, null);
        if (refusal is not null) return refusal;
        (var last, refusal) = To.TryRead(request, out _) ? await moments.FindAsync(id, to, To.Name) : (long.MaxValue, null);
        if (refusal is not null) return refusal;
        var topic = grains.GetGrain<ITopicGrain>(id.Value);
        if (await topic.ReadStatusAsync() is not { } status) return Reply.UnknownTopic(id.Value);
        var query = new ChangeQuery { From = first!.Value, To = Math.Min(last!.Value, status.Position), CountMax = Limit.Read(request, ChangeCount) };
        return await topic.ReadChangesAsync(query) is { } changes ? Reply.Json(changes) : Reply.UnknownTopic(id.Value);
    }
}
