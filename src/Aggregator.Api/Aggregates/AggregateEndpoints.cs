using System.Globalization;
using Aggregator.Access;
using Aggregator.Extraction;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Aggregates;

/// <summary>What a topic's events add up to: the events themselves, counts over time, casualty claims, contacts.</summary>
internal static class AggregateEndpoints
{
    private const int EventCount = 100;
    private const int RowCount = 200;
    private const int EdgeCount = 100;

    private static readonly QueryParameter<int> Skip = QueryParameters.Skip("skip", "Leaves out this many of the latest.");
    private static readonly QueryParameter<int> EventLimit = QueryParameters.Limit(EventCount);
    private static readonly QueryParameter<int> RowLimit = QueryParameters.Limit(RowCount);
    private static readonly QueryParameter<int> EdgeLimit = QueryParameters.Limit(EdgeCount);
    private static readonly QueryParameter<CountBucket> Bucket = QueryParameters.Name<CountBucket>("bucket", "The step of the series; days where not given.");
    private static readonly QueryParameter<CountGroup> GroupBy = QueryParameters.Name<CountGroup>("groupBy", "What the counts are split by; nothing where not given.");
    private static readonly QueryParameter<CasualtyMeasure> Measure = QueryParameters.Name<CasualtyMeasure>("measure", "Only figures of this measure.");

    private static readonly QueryParameter<ContactGroup> Group = QueryParameters.Name<ContactGroup>("group", "Only contacts of this group.");
    private static readonly QueryParameter<int> WeightMin = QueryParameters.Skip("weightMin", "Only edges of as many events or more.");
    private static readonly QueryParameter<DateTimeOffset> AsOf = TopicMoments.AsOf;
    private static readonly QueryParameter<DateOnly> From = QueryParameters.From;
    private static readonly QueryParameter<DateOnly> To = QueryParameters.To;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var topic = routes.MapGroup("/topics/{id}").WithTags("Aggregates").WithMetadata(TopicEndpoints.Id);
        topic.MapRead("/events", ReadEventsAsync).WithMetadata(AsOf, From, To, Skip, EventLimit).Produces<TopicEvents>().Refuses(ProblemKind.UnknownTopic, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Read a topic's events", "Those that answer its question now, latest happening first.");
        topic.MapRead("/counts", ReadCountsAsync).WithMetadata(AsOf, Bucket, GroupBy, From, To).Produces<Counts>().Refuses(ProblemKind.UnknownTopic, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Count a topic's events over time", "Only steps and groups with events are given. An event with several actors counts in each one's group.");
        topic.MapRead("/casualties", ReadCasualtiesAsync).WithMetadata(AsOf, Measure, From, To, RowLimit).Produces<CasualtyLedger>().Refuses(ProblemKind.UnknownTopic, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Read casualty claims", "Side by side, by claimant, each with the reports that carry it. Nothing is added up across events or claimants, "
                + "and running totals stand apart from single incidents.");
        topic.MapRead("/contacts", ReadContactsAsync).WithMetadata(AsOf, Group, From, To, WeightMin, EdgeLimit).Produces<Contacts>().Refuses(ProblemKind.UnknownTopic, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Read who deals with whom", "A graph: how many events of which kind between which parties, with the events behind each edge.");
    }

    private static async Task<IResult> ReadEventsAsync(TopicId id, HttpRequest request, IGrainFactory grains, TopicMoments moments)
    {
        var (position, refusal) = await moments.ReadAsync(id, request);
        if (refusal is not null) return refusal;
        var query = new EventQuery { Skip = Skip.Read(request, 0), CountMax = EventLimit.Read(request, EventCount), From = From.DayOf(request), To = To.DayOf(request), AtPosition = position };
        if (await Topic(grains, id).ReadEventsAsync(query) is not { } page) return Reply.UnknownTopic(id.Value);
        var through = query.Skip + page.Events.Length;
        return Reply.Json(new TopicEvents(page.Events, page.TotalCount, page.Position, through < page.TotalCount ? Next(request, through) : null));
    }

    private static async Task<IResult> ReadCountsAsync(TopicId id, HttpRequest request, IGrainFactory grains, TopicMoments moments)
    {
        var (position, refusal) = await moments.ReadAsync(id, request);
        if (refusal is not null) return refusal;
        var query = new CountQuery { Bucket = Bucket.Read(request, CountBucket.Day), GroupBy = GroupBy.Read(request, CountGroup.None), From = From.DayOf(request), To = To.DayOf(request), AtPosition = position };
        return await Topic(grains, id).ReadCountsAsync(query) is { } counts ? Reply.Json(counts) : Reply.UnknownTopic(id.Value);
    }

    private static async Task<IResult> ReadCasualtiesAsync(TopicId id, HttpRequest request, IGrainFactory grains, TopicMoments moments)
    {
        var (position, refusal) = await moments.ReadAsync(id, request);
        if (refusal is not null) return refusal;
        var query = new CasualtyQuery
        {
            Measure = Measure.TryRead(request, out var measure) ? measure : null, From = From.DayOf(request), To = To.DayOf(request), CountMax = RowLimit.Read(request, RowCount), AtPosition = position,
        };
        return await Topic(grains, id).ReadCasualtiesAsync(query) is { } ledger ? Reply.Json(ledger) : Reply.UnknownTopic(id.Value);
    }

    private static async Task<IResult> ReadContactsAsync(TopicId id, HttpRequest request, IGrainFactory grains, TopicMoments moments)
    {
        var (position, refusal) = await moments.ReadAsync(id, request);
        if (refusal is not null) return refusal;
        var query = new ContactQuery
        {
            Group = Group.TryRead(request, out var group) ? group : null, WeightMin = WeightMin.Read(request, 1),
            From = From.DayOf(request), To = To.DayOf(request), CountMax = EdgeLimit.Read(request, EdgeCount), AtPosition = position,
        };
        return await Topic(grains, id).ReadContactsAsync(query) is { } contacts ? Reply.Json(contacts) : Reply.UnknownTopic(id.Value);
    }

    private static ITopicGrain Topic(IGrainFactory grains, TopicId id) => grains.GetGrain<ITopicGrain>(id.Value);

    private static string Next(HttpRequest request, int skip)
    {
        var query = new QueryBuilder(request.Query.Where(parameter => parameter.Key != Skip.Name)) { { Skip.Name, skip.ToString(CultureInfo.InvariantCulture) } };
        return Capability.Carry(request.HttpContext, $"{request.Path}{query}");
    }
}
