using System.Data.Common;
using Aggregator.Access;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Subscriptions;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Store;

/// <summary>How nouns that stand in several columns are read, whatever the database.</summary>
internal static class StoredRows
{
    /// <summary>The columns of an article's revision <c>v</c>, as <see cref="Article"/> takes them.</summary>
    internal const string ArticleColumns =
        "v.article, v.revision, v.source, v.url, v.outlet, v.published_at, v.received_at, v.title, v.text, v.withdrawn, v.reason";

    /// <summary>A topic's entries, as <see cref="Entry"/> takes them.</summary>
    internal const string Entries =
        """
        SELECT t.topic, t.position, t.change, v.payload, t.recorded_at, t.reason
        FROM topic_entries t JOIN event_versions v ON v.event = t.event AND v.revision = t.revision
        """;

    /// <summary>The last entry of each event of topic $1 above position $2 and not above $3, the first $4 of them.</summary>
    internal const string LastEntries =
        $"""
        {Entries} JOIN (SELECT MAX(position) AS position FROM topic_entries WHERE topic = $1 AND position > $2 AND position <= $3 GROUP BY event) l
        ON t.topic = $1 AND t.position = l.position ORDER BY t.position LIMIT $4
        """;

    /// <summary>The last entry not above position $2 of each event of topic $1 that has one above it and not above $3.</summary>
    internal const string EarlierEntries =
        $"""
        {Entries} JOIN (SELECT MAX(position) AS position FROM topic_entries WHERE topic = $1 AND position <= $2
          AND event IN (SELECT event FROM topic_entries WHERE topic = $1 AND position > $2 AND position <= $3) GROUP BY event) l
        ON t.topic = $1 AND t.position = l.position ORDER BY t.position
        """;

    /// <summary>The last position of topic $1 that was recorded by moment $2.</summary>
    internal const string PositionAsOf = "SELECT position FROM topic_entries WHERE topic = $1 AND recorded_at <= $2 ORDER BY position DESC LIMIT 1";

    /// <summary>A topic as <see cref="Topic"/> takes it.</summary>
    internal const string TopicColumns = "payload, position, last_entry_at, backfill_cursor, origin, capability";

    internal static Article Article(DbDataReader row) => new()
    {
        Id = row.Id<ArticleId>(0), Revision = row.GetInt32(1), Source = row.IsDBNull(2) ? null : row.Id<SourceId>(2), Url = row.TextOrNull(3),
        Outlet = row.TextOrNull(4), PublishedAt = row.Moment(5), ReceivedAt = row.Moment(6), Title = row.GetString(7), Text = row.GetString(8),
        Withdrawn = row.GetBoolean(9), Reason = row.TextOrNull(10),
    };

    /// <summary>An article as <see cref="Article"/>, then sequence, revision and trace context of the inbox.</summary>
    internal static InboxRow Inbox(DbDataReader row) => new(row.GetInt64(11), row.GetInt32(12), Article(row), row.TextOrNull(13));

    internal static FeedEntry Entry(DbDataReader row) => new()
    {
        Topic = row.Id<TopicId>(0), Position = row.GetInt64(1),
        Change = WireName.TryParse<EntryChange>(row.GetString(2), out var change) ? change : throw new InvalidDataException("The store has an unknown change."),
        Event = row.Payload<NewsEvent>(3), RecordedAt = row.Moment(4), Reason = row.TextOrNull(5),
    };

    internal static EntryPlace Place(DbDataReader row) => new(row.Id<EventId>(0), row.GetInt64(1));

    internal static StoredTopic Topic(DbDataReader row) =>
        new(row.Payload<TopicDefinition>(0), row.GetInt64(1), row.MomentOrNull(2), row.NumberOrNull(3), row.GetInt64(4),
        row.IsDBNull(5) ? null : row.Payload<TopicCapability>(5));

    /// <summary>A key of its payload and its last use.</summary>
    internal static AccessKey Key(DbDataReader row) => row.Payload<AccessKey>(0) with { LastUsedAt = row.MomentOrNull(1) };

    internal static StoredSource Source(DbDataReader row) => new(
        row.Payload<SourceDefinition>(0), row.Payload<SourceHealth>(1), row.GetString(2), row.GetInt64(3));

    internal static StoredSubscription Subscription(DbDataReader row) => new(
        row.Payload<SubscriptionDefinition>(0), row.Payload<SubscriptionHealth>(1), row.GetString(2), row.GetInt64(3));

    internal static DeliveryAttempt Attempt(DbDataReader row) => row.Payload<DeliveryAttempt>(0);
}
