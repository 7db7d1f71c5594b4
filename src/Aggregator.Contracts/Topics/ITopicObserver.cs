using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Aggregator.Topics;

/// <summary>Hears of a topic's new entries. What is heard is a hint, and may be missed: the position is the truth.</summary>
[Alias("aggregator.topic-observer")]
public interface ITopicObserver : IGrainObserver
{
    /// <summary>Entries were recorded.</summary>
    /// <param name="entries">Ascending by position, without gap among themselves.</param>
    [Alias("recorded"), OneWay]
    Task OnRecordedAsync(Immutable<ImmutableArray<FeedEntry>> entries);

    /// <summary>The grain goes, and comes again elsewhere without its followers: follow anew.</summary>
    [Alias("moved"), OneWay]
    Task OnMovedAsync();

    /// <summary>The topic was deleted: nothing more comes.</summary>
    [Alias("deleted"), OneWay]
    Task OnDeletedAsync();
}
