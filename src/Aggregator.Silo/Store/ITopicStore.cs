using Aggregator.Access;
using Aggregator.Resolution;
using Aggregator.Topics;

namespace Aggregator.Store;

/// <summary>Topics: definitions, feeds, and which events are in them.</summary>
public interface ITopicStore
{
    /// <summary>Counts every change of any topic's definition; an index that has seen it knows them all.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<long> ReadDefinitionsVersionAsync(CancellationToken cancellation);

    /// <summary>Every topic's definition, with the version they are of.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<(long Version, IReadOnlyList<TopicDefinition> Topics)> ReadDefinitionsAsync(CancellationToken cancellation);

    /// <summary>Topics by id, ascending.</summary>
    /// <param name="after">Only ids above it; null for the first.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<TopicDefinition>> ReadTopicsAsync(TopicId? after, int countMax, CancellationToken cancellation);

    /// <summary>A topic with its position and the backfill's state, or null.</summary>
    /// <param name="id">The topic.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<StoredTopic?> ReadTopicAsync(TopicId id, CancellationToken cancellation);

    /// <summary>Topics whose backfill is not done.</summary>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<TopicId>> ReadBackfillingAsync(CancellationToken cancellation);

    /// <summary>Writes a definition; false, and nothing written, when its version is not one above the one that stands.</summary>
    /// <param name="definition">The definition; version 1 creates the topic.</param>
    /// <param name="backfill">True to ask all stored events its question, from the first.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> PutTopicAsync(TopicDefinition definition, bool backfill, CancellationToken cancellation);

    /// <summary>Writes a definition with what lets in by address; false, and nothing written, when its version is not one above the one that stands.</summary>
    /// <param name="definition">The definition of a topic that there is.</param>
    /// <param name="capability">What lets in by address, or null.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> PutCapabilityAsync(TopicDefinition definition, TopicCapability? capability, CancellationToken cancellation);

    /// <summary>
    /// Deletes a topic, its feed and its memberships; false when there is none. Its last position is kept: a topic that is created under this id
    /// later goes on behind it.
    /// </summary>
    /// <param name="id">The topic.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> DeleteTopicAsync(TopicId id, CancellationToken cancellation);

    /// <summary>
    /// Appends entries in one transaction and keeps memberships: the event of an added or updated entry is in the topic, that of a
    /// merged or retracted one no longer, and its revision is remembered either way. False, and nothing written, when the position moved on.
    /// </summary>
    /// <param name="append">The entries.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    /// <exception cref="ArgumentException">The entries do not follow one another, or are another topic's.</exception>
    /// <exception cref="InvalidOperationException">An entry's or a member's event is not stored in that revision.</exception>
    Task<bool> AppendEntriesAsync(TopicAppend append, CancellationToken cancellation);

    /// <summary>Entries after a position, ascending.</summary>
    /// <param name="id">The topic.</param>
    /// <param name="after">The position.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<FeedEntry>> ReadEntriesAfterAsync(TopicId id, long after, int countMax, CancellationToken cancellation);

    /// <summary>The last entries before a position, ascending.</summary>
    /// <param name="id">The topic.</param>
    /// <param name="before">The position.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<FeedEntry>> ReadEntriesBeforeAsync(TopicId id, long before, int countMax, CancellationToken cancellation);

    /// <summary>Where events were told before a position by entries after which they were in the topic, the latest first.</summary>
    /// <param name="id">The topic.</param>
    /// <param name="events">Events.</param>
    /// <param name="before">Only positions below it.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<EntryPlace>> ReadPlacesAsync(TopicId id, IReadOnlyCollection<EventId> events, long before, int countMax, CancellationToken cancellation);

    /// <summary>The last position that was recorded by a moment; 0 when none was.</summary>
    /// <param name="id">The topic.</param>
    /// <param name="moment">The moment, UTC.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<long> ReadPositionAsOfAsync(TopicId id, DateTimeOffset moment, CancellationToken cancellation);

    /// <summary>The last entry of each event between two positions, ascending: what was known of all of them at the later one.</summary>
    /// <param name="id">The topic.</param>
    /// <param name="after">Only entries above it.</param>
    /// <param name="through">Only entries not above it.</param>
    /// <param name="countMax">1 or more; the first of them.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<FeedEntry>> ReadLastEntriesAsync(TopicId id, long after, long through, int countMax, CancellationToken cancellation);

    /// <summary>The last entry up to a position of each event that has another between it and a later one, ascending: what was known before of what changed.</summary>
    /// <param name="id">The topic.</param>
    /// <param name="position">The position.</param>
    /// <param name="through">The later one.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<FeedEntry>> ReadEarlierEntriesAsync(TopicId id, long position, long through, CancellationToken cancellation);

    /// <summary>The events a topic has heard of, each in the revision it last heard of, in pages by event id.</summary>
    /// <param name="id">The topic.</param>
    /// <param name="after">Only event ids above it; null for the first.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<TopicMember>> ReadMembersAsync(TopicId id, EventId? after, int countMax, CancellationToken cancellation);

    /// <summary>The topics that events are in, for those that are in any.</summary>
    /// <param name="events">Events.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyDictionary<EventId, IReadOnlyList<TopicId>>> ReadTopicsOfEventsAsync(
        IReadOnlyCollection<EventId> events, CancellationToken cancellation);
}
