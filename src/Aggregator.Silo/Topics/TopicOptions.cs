using System.ComponentModel.DataAnnotations;

namespace Aggregator.Topics;

/// <summary>Bounds of the topic stage; configuration section <c>Topics</c>.</summary>
public sealed class TopicOptions
{
    /// <summary>Entries that a topic keeps in memory for followers; older ones are read from the store. Default 256.</summary>
    [Range(1, 100_000)] public int RecentCountMax { get; set; } = 256;

    /// <summary>Stored events that one step of a backfill asks. Default 200.</summary>
    [Range(1, 10_000)] public int BackfillCountMax { get; set; } = 200;

    /// <summary>Seconds after which a follower that did not renew is dropped. Default 120.</summary>
    [Range(10, 3_600)] public int FollowerSeconds { get; set; } = 120;
}
