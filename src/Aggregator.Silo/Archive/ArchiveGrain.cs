using System.Collections.Immutable;
using Aggregator.Aggregates;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Store;
using Aggregator.Subscriptions;
using Aggregator.Topics;
using Orleans.Concurrency;

namespace Aggregator.Archive;

/// <summary>Reads the store for those who have none.</summary>
[StatelessWorker]
internal sealed class ArchiveGrain(IStore store, IExtractor extractor) : Grain, IArchiveGrain
{
    private const int PageCountMax = 500;

    public Task<Article?> ReadArticleAsync(ArticleId id) => store.ReadArticleAsync(id, CancellationToken.None);

    public async Task<ImmutableArray<ResolvedReport>> ReadReportsAsync(ArticleId id) =>
        await WithEventsAsync(await store.ReadReportsAsync(id, CancellationToken.None));

    public async Task<ResolvedReport?> ReadReportAsync(ReportId id) =>
        await store.ReadReportAsync(id, CancellationToken.None) is { } report ? (await WithEventsAsync([report]))[0] : null;

    public Task<NewsEvent?> ReadEventAsync(EventId id) => store.ReadEventAsync(id, asOf: null, CancellationToken.None);

    public Task<NewsEvent?> ReadEventAsync(EventId id, DateTimeOffset asOf) => store.ReadEventAsync(id, asOf, CancellationToken.None);

    public async Task<ImmutableArray<ReportRef>> ReadReportsAsync(EventId id, int skip, int countMax) =>
        [.. (await store.ReadDeliveriesAsync(id, skip, Page(countMax), CancellationToken.None)).Select(EventFold.RefOf)];

    public async Task<CasualtyLedger?> ReadCasualtiesAsync(EventId id, CasualtyQuery query, DateTimeOffset? asOf) =>
        await store.ReadEventAsync(id, asOf, CancellationToken.None) is { } newsEvent ? CasualtyFold.Fold([newsEvent], query, newsEvent.Revision) : null;

    public async Task<ImmutableArray<TopicDefinition>> ReadTopicsAsync(TopicId? after, int countMax) =>
        [.. await store.ReadTopicsAsync(after, Page(countMax), CancellationToken.None)];

    public async Task<ImmutableArray<SourceStatus>> ReadSourcesAsync(SourceId? after, int countMax) =>
        [.. (await store.ReadSourcesAsync(after, Page(countMax), CancellationToken.None)).Select(source => new SourceStatus(source.Definition, source.Health))];

    public async Task<ImmutableArray<SubscriptionStatus>> ReadSubscriptionsAsync(SubscriptionId? after, int countMax) =>
    [
        .. (await store.ReadSubscriptionsAsync(after, Page(countMax), CancellationToken.None))
            .Select(subscription => new SubscriptionStatus(subscription.Definition, subscription.Health)),
    ];

    public Task<Immutable<ImmutableArray<PartyName>>> ReadPartiesAsync() =>
        Task.FromResult(extractor.PartyNames.Select(party => new PartyName(party.Key, party.Value)).OrderBy(party => party.Code, StringComparer.Ordinal).ToImmutableArray().AsImmutable());

    public Task PingAsync() => store.PingAsync(CancellationToken.None);

    private async Task<ImmutableArray<ResolvedReport>> WithEventsAsync(IReadOnlyList<Report> reports)
    {
        var events = await store.ReadEventIdsAsync([.. reports.Select(report => report.Id)], CancellationToken.None);
        return [.. reports.Select(report => new ResolvedReport(report, events.TryGetValue(report.Id, out var id) ? id : null))];
    }

    private static int Page(int countMax) => Math.Clamp(countMax, 1, PageCountMax);
}
