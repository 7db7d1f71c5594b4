using System.Globalization;
using Aggregator.Http;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Topics;

/// <summary>Finds how far a topic was at a moment that a request names. What happened is asked by <c>from</c> and <c>to</c>; when it was known, by this.</summary>
internal sealed class TopicMoments(IGrainFactory grains, TimeProvider clock)
{
    internal static readonly QueryParameter<DateTimeOffset> AsOf =
        QueryParameters.Moment("asOf", "What was known at this moment, by the time that it was recorded; what is known now where not given.");

    /// <summary>The position that the request's <c>asOf</c> means, null for now; or why there is none.</summary>
    internal Task<(long? Position, IResult? Refusal)> ReadAsync(TopicId id, HttpRequest request) =>
        AsOf.TryRead(request, out var moment) ? FindAsync(id, moment, AsOf.Name) : Task.FromResult<(long?, IResult?)>((null, null));

    /// <summary>The position at a moment; or why there is none.</summary>
    /// <param name="id">The topic.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="parameter">The parameter that names it.</param>
    internal async Task<(long? Position, IResult? Refusal)> FindAsync(TopicId id, DateTimeOffset moment, string parameter)
    {
        if (IsAhead(moment, parameter) is { } ahead) return (null, ahead);
        if (await grains.GetGrain<ITopicGrain>(id.Value).ReadMomentAsync(moment) is not { } known) return (null, Reply.UnknownTopic(id.Value));
        return moment < known.CreatedAt ? (null, BeforeHistory($"This topic was defined on {Text(known.CreatedAt)}.", parameter)) : (known.Position, null);
    }

    /// <summary>The refusal of a moment that has not come; null for one that has.</summary>
    internal Problem? IsAhead(DateTimeOffset moment, string parameter) => clock.GetUtcNow() is var now && moment > now
        ? new Problem(ProblemKind.MomentAhead, $"It is {Text(now)} here.").With("parameter", parameter)
        : null;

    internal static Problem BeforeHistory(string detail, string parameter) => new Problem(ProblemKind.BeforeHistory, detail).With("parameter", parameter);

    internal static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
