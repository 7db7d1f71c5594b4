using System.Collections.Immutable;
using Aggregator.Aggregates;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Subscriptions;
using Aggregator.Topics;
using Orleans.Concurrency;

namespace Aggregator.Archive;

/// <summary>Reads what the store keeps, for API nodes that have no store of their own. Stateless; key 0.</summary>
[Alias("aggregator.archive")]
public interface IArchiveGrain : IGrainWithIntegerKey
{
    /// <summary>The article's revision that stands, or null.</summary>
    /// <param name="id">The article.</param>
    [Alias("article")]
    Task<Article?> ReadArticleAsync(ArticleId id);

    /// <summary>The standing reports of an article, in the order of their spans; empty also while it waits in the inbox.</summary>
    /// <param name="id">The article.</param>
    [Alias("reports-of-article")]
    Task<ImmutableArray<ResolvedReport>> ReadReportsAsync(ArticleId id);

    /// <summary>One report, or null.</summary>
    /// <param name="id">The report.</param>
    [Alias("report")]
    Task<ResolvedReport?> ReadReportAsync(ReportId id);

    /// <summary>An event as it stands, or null.</summary>
    /// <param name="id">The event.</param>
    [Alias("event")]
    Task<NewsEvent?> ReadEventAsync(EventId id);

    /// <summary>An event as it stood at a moment, or null when nothing was known of it.</summary>
    /// <param name="id">The event.</param>
    /// <param name="asOf">The moment by recorded time, UTC.</param>
    [Alias("event-as-of")]
    Task<NewsEvent?> ReadEventAsync(EventId id, DateTimeOffset asOf);

    /// <summary>The standing reports of an event, by publication.</summary>
    /// <param name="id">The event.</param>
    /// <param name="skip">Skips this many, 0 or more.</param>
    /// <param name="countMax">1 to 500.</param>
    [Alias("reports-of-event")]
    Task<ImmutableArray<ReportRef>> ReadReportsAsync(EventId id, int skip, int countMax);

    /// <summary>The casualty claims of one event, as it stood at a moment; null when there was none.</summary>
    /// <param name="id">The event.</param>
    /// <param name="query">Which claims.</param>
    /// <param name="asOf">The moment by recorded time, or null for now.</param>
    [Alias("casualties-of-event")]
    Task<CasualtyLedger?> ReadCasualtiesAsync(EventId id, CasualtyQuery query, DateTimeOffset? asOf);

    /// <summary>Topics by id, ascending.</summary>
    /// <param name="after">Only ids above it; null for the first.</param>
    /// <param name="countMax">1 to 500.</param>
    [Alias("topics")]
    Task<ImmutableArray<TopicDefinition>> ReadTopicsAsync(TopicId? after, int countMax);

    /// <summary>Sources by id, ascending.</summary>
    /// <param name="after">Only ids above it; null for the first.</param>
    /// <param name="countMax">1 to 500.</param>
    [Alias("sources")]
    Task<ImmutableArray<SourceStatus>> ReadSourcesAsync(SourceId? after, int countMax);

    /// <summary>Subscriptions by id, ascending.</summary>
    /// <param name="after">Only ids above it; null for the first.</param>
    /// <param name="countMax">1 to 500.</param>
    [Alias("subscriptions")]
    Task<ImmutableArray<SubscriptionStatus>> ReadSubscriptionsAsync(SubscriptionId? after, int countMax);

    /// <summary>Usual English names of the parties that reports give by code, by code.</summary>
    [Alias("parties")]
    Task<Immutable<ImmutableArray<PartyName>>> ReadPartiesAsync();

    /// <summary>Answers when a grain runs and the store can be read; readiness asks it.</summary>
    [Alias("ping")]
    Task PingAsync();
}
