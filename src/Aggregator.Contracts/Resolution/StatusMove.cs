using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>A step in an event's life.</summary>
/// <param name="Status">What it became.</param>
/// <param name="Report">The report that moved it.</param>
/// <param name="PublishedAt">When that report's article was published, UTC.</param>
[GenerateSerializer, Immutable, Alias("status-move")]
public sealed record StatusMove([property: Id(0)] EventStatus Status, [property: Id(1)] ReportId Report, [property: Id(2)] DateTimeOffset PublishedAt);
