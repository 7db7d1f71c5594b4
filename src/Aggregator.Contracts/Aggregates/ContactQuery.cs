using System.Text.Json.Serialization;

namespace Aggregator.Aggregates;

/// <summary>Which contacts.</summary>
[GenerateSerializer, Immutable, Alias("contact-query")]
public sealed record ContactQuery
{
    /// <summary>Only events on this day or later, or null.</summary>
    [Id(0)] public DateOnly? From { get; init; }

    /// <summary>Only events on this day or before, or null.</summary>
    [Id(1)] public DateOnly? To { get; init; }

    /// <summary>1 to 500 edges, the heaviest.</summary>
    [Id(2)] public int CountMax { get; init; } = 100;

    /// <summary>Only contacts of this group, or null for all.</summary>
    [Id(4)] public ContactGroup? Group { get; init; }

    /// <summary>Only edges of as many events or more that took place, go on, or are still to come; 1 or more.</summary>
    [Id(5)] public int WeightMin { get; init; } = 1;

    /// <summary>What was known at this position of the topic; null for what is known now.</summary>
    [Id(3), JsonIgnore] public long? AtPosition { get; init; }
}
