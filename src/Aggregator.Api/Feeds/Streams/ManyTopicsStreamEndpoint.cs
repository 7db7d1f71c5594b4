using System.Text.Json.Nodes;
using Aggregator.Access;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Aggregator.Feeds;

/// <summary><c>/v1/stream?topics=a,b</c>: the entries of several topics over one connection, resumed by their positions.</summary>
internal static class ManyTopicsStreamEndpoint
{
    private static readonly QueryParameter<IReadOnlyList<TopicId>> Topics = QueryParameters.Ids<TopicId>("topics",
        $"The topics to follow, at most {StreamCursor.TopicCountMax}, parted by commas.", $"topic ids, at most {StreamCursor.TopicCountMax}, as in border-talks,floods", StreamCursor.TopicCountMax);

    private static readonly QueryParameter<IReadOnlyDictionary<TopicId, long>> After = new("after",
        "The last positions that the follower has, by topic (border-talks:12,floods:7); a topic without one begins with what comes from now on. 0 for all history of all. "
        + "Last-Event-ID goes before it.",
        "positions by topic as in border-talks:12,floods:7, or 0, or latest", TryReadPositions, new OpenApiSchema { Type = JsonSchemaType.String, Default = JsonValue.Create("latest") });

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/stream", FollowAsync).WithTags("Feeds")
            .WithMetadata([Topics, After, .. StreamFilter.Parameters, new Offer(StreamSession.EventStream)])
            .Produces<string>(200, StreamSession.EventStream).Refuses(ProblemKind.UnknownTopic, ProblemKind.TooManyStreams, ProblemKind.TooManyStreamsOfClient)
            .Described("Follow several topics live", "As one topic's stream, over one connection: id holds the position of each topic, data says which topic it is of. Where entries behind "
                + "a position are gone, an event named lost says so, with what a refusal would say, and the topic goes on from its first entry. So it does, when resumed, of a topic that is there no more, while the others go on.");

    private static async Task<IResult> FollowAsync(HttpContext context, StreamSession session, TopicRule rule)
    {
        var request = context.Request;
        if (!Topics.TryRead(request, out var topics)) return new Problem(ProblemKind.InvalidParameter, $"{Topics.Name} must be {Topics.Form}.").With("parameter", Topics.Name);
        var last = request.Headers["Last-Event-ID"].ToString();
        if (!StreamCursor.TryRead(last, out var positions) && last.Length > 0)
            return new Problem(ProblemKind.InvalidParameter, "Last-Event-ID must be positions by topic as in border-talks:12,floods:7.");
        var after = After.Read(request, positions);
        var absent = request.Query[After.Name] == "0" ? 0 : StreamSession.Latest;
        var wanted = new List<WantedTopic>();
        foreach (var topic in topics.Distinct())
        {
            var isKnown = last.Length > 0 || after.ContainsKey(topic);
            var position = positions.TryGetValue(topic, out var seen) ? seen : after.GetValueOrDefault(topic, absent);
            wanted.Add(new WantedTopic(topic, position) { IsOptional = isKnown, IsHidden = !await rule.MayReadAsync(context, topic) });
        }
        return await session.FollowAsync(context, wanted, isNamed: true);
    }

    private static bool TryReadPositions(string text, out IReadOnlyDictionary<TopicId, long> positions)
    {
        var isRead = StreamCursor.TryRead(text, out var read);
        positions = read;
        return isRead || text is "0" or "latest";
    }
}
