using System.Collections.Immutable;
using Aggregator.Access;
using Aggregator.Aggregates;
using Aggregator.Resolution;
using Orleans.Concurrency;

namespace Aggregator.Topics;

/// <summary>
/// One topic: gathers the events that answer its question, keeps its feed and its aggregates, tells its followers. Key: the
/// topic's id. Reads of a topic that does not exist return null.
/// </summary>
[Alias("aggregator.topic")]
public interface ITopicGrain : IGrainWithStringKey
{
    /// <summary>Creates the topic or changes its definition; a new or changed question is asked of the stored events too.</summary>
    /// <param name="title">1 to 200 characters.</param>
    /// <param name="description">Up to 2,000 characters.</param>
    /// <param name="question">Up to 4,000 characters.</param>
    /// <param name="isPrivate">True when only callers with a key or the topic's capability may read it; null keeps what it is, and a new one open.</param>
    [Alias("put")]
    Task<PutTopicReply> PutAsync(string title, string description, string question, bool? isPrivate = null);

    /// <summary>Who may read it, or null when there is no such topic.</summary>
    [Alias("access"), AlwaysInterleave]
    Task<TopicAccess?> ReadAccessAsync();

    /// <summary>Gives the topic a new capability, or takes it away; streams end, and followers that still may come back. False when there is no such topic.</summary>
    /// <param name="hash">The hash of the new secret; null for none.</param>
    /// <param name="overlap">How long the secret that it had works on; zero ends it at once.</param>
    [Alias("capability")]
    Task<bool> PutCapabilityAsync(string? hash, TimeSpan overlap);

    /// <summary>The topic as it stands, or null.</summary>
    [Alias("status"), AlwaysInterleave]
    Task<TopicStatus?> ReadStatusAsync();

    /// <summary>Deletes the topic with its feed; false when there is none.</summary>
    [Alias("delete")]
    Task<bool> DeleteAsync();

    /// <summary>
    /// Applies events that may answer the question, or did. Each gives at most one entry; an event's revision that was applied
    /// before gives none. When it returns, the entries are durable. Under load a batch waits for those before it.
    /// </summary>
    /// <param name="batch">1 to 1,000 events.</param>
    [Alias("apply"), ResponseTimeout("00:10:00")]
    Task ApplyAsync(Immutable<ImmutableArray<EventDelivery>> batch);

    /// <summary>Entries after a position, ascending.</summary>
    /// <param name="position">The last position the reader has; 0 for all.</param>
    /// <param name="countMax">1 to 500.</param>
    [Alias("after"), AlwaysInterleave]
    Task<FeedPage?> ReadAfterAsync(long position, int countMax);

    /// <summary>The last entries before a position, ascending.</summary>
    /// <param name="position">Entries below it; <see cref="long.MaxValue"/> for the newest.</param>
    /// <param name="countMax">1 to 500.</param>
    [Alias("before"), AlwaysInterleave]
    Task<FeedPage?> ReadBeforeAsync(long position, int countMax);

    /// <summary>Where events were told before a position, as standing in the topic; the latest first. An entry that takes an event back takes these back.</summary>
    /// <param name="events">1 to 500 events.</param>
    /// <param name="before">Only positions below it.</param>
    /// <param name="countMax">1 to 500.</param>
    [Alias("places"), AlwaysInterleave]
    Task<ImmutableArray<EntryPlace>?> ReadPlacesAsync(ImmutableArray<EventId> events, long before, int countMax);

    /// <summary>The last entry of each event after a position and up to another, ascending: what a reader of the first has to know to be where the second is.</summary>
    /// <param name="after">The last position the reader has; 0 for all.</param>
    /// <param name="through">The position to go up to.</param>
    /// <param name="countMax">1 to 500; the rest comes behind the last of them.</param>
    [Alias("last-entries"), AlwaysInterleave]
    Task<ImmutableArray<FeedEntry>?> ReadLastEntriesAsync(long after, long through, int countMax);

    /// <summary>The events that answer the question now, latest happening first.</summary>
    /// <param name="query">Which of them.</param>
    [Alias("events"), AlwaysInterleave]
    Task<EventPage?> ReadEventsAsync(EventQuery query);

    /// <summary>How many events, over time.</summary>
    /// <param name="query">Period, step and split.</param>
    [Alias("counts"), AlwaysInterleave]
    Task<Counts?> ReadCountsAsync(CountQuery query);

    /// <summary>The casualty claims of the topic's events, side by side.</summary>
    /// <param name="query">Which.</param>
    [Alias("casualties"), AlwaysInterleave]
    Task<CasualtyLedger?> ReadCasualtiesAsync(CasualtyQuery query);

    /// <summary>Who talked to, called on, visited, threatened, aided whom.</summary>
    /// <param name="query">Which.</param>
    [Alias("contacts"), AlwaysInterleave]
    Task<Contacts?> ReadContactsAsync(ContactQuery query);

    /// <summary>How far the topic was at a moment.</summary>
    /// <param name="moment">The moment by recorded time, UTC.</param>
    [Alias("moment"), AlwaysInterleave]
    Task<TopicMoment?> ReadMomentAsync(DateTimeOffset moment);

    /// <summary>What differs between two positions, and why.</summary>
    /// <param name="query">The positions.</param>
    [Alias("changes"), AlwaysInterleave]
    Task<TopicChanges?> ReadChangesAsync(ChangeQuery query);

    /// <summary>Follows the topic, or renews that: a follower not renewed for two minutes is dropped.</summary>
    /// <param name="observer">Told of new entries.</param>
    /// <param name="connectionCount">How many readers stand behind it.</param>
    /// <returns>The topic's last position, or null when there is no such topic.</returns>
    [Alias("follow"), AlwaysInterleave]
    Task<long?> FollowAsync(ITopicObserver observer, int connectionCount);

    /// <summary>Stops following.</summary>
    /// <param name="observer">The follower.</param>
    [Alias("unfollow"), AlwaysInterleave]
    Task UnfollowAsync(ITopicObserver observer);

    /// <summary>Goes on with a backfill that a crash interrupted; nothing to do is fine.</summary>
    [Alias("resume"), OneWay]
    Task ResumeAsync();
}
