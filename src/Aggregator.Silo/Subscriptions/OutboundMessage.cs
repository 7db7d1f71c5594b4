using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>One request to a subscriber.</summary>
internal sealed record OutboundMessage
{
    /// <summary>What it is for.</summary>
    internal required DeliveryPurpose Purpose { get; init; }

    /// <summary>True where the subscriber is to have it: it is repeated by the schedule until it is answered with 2xx.</summary>
    internal bool IsOwed => Purpose is DeliveryPurpose.Changes or DeliveryPurpose.Deletion;

    /// <summary>The same on every attempt.</summary>
    internal required string Id { get; init; }

    /// <summary>Makes the request; called once an attempt.</summary>
    internal required Func<HttpRequestMessage> Make { get; init; }

    /// <summary>The topic told of, or null.</summary>
    internal TopicId? Topic { get; init; }

    /// <summary>The position that its changes come after.</summary>
    internal long After { get; init; }

    /// <summary>The position of the first change told.</summary>
    internal long First { get; init; }

    /// <summary>The position of the last.</summary>
    internal long Last { get; init; }

    /// <summary>How many changes it tells.</summary>
    internal int ChangeCount { get; init; }

    /// <summary>The attempt as the log keeps it.</summary>
    internal DeliveryAttempt Attempt(CallResult result, long number, int ordinal) => new()
    {
        Number = number, Purpose = Purpose, MessageId = Id, Topic = Topic, First = Topic is null ? null : First, Last = Topic is null ? null : Last, Ordinal = ordinal,
        At = result.At, DurationMilliseconds = Math.Round(result.Took.TotalMilliseconds, 1), Outcome = result.Outcome, Status = result.Status, Error = result.Error,
    };
}
