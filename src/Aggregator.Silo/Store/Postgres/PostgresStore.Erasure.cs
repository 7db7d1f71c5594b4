using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;

namespace Aggregator.Store.Postgres;

/// <content>Taking a withdrawn article's words out of what is kept.</content>
internal sealed partial class PostgresStore
{
    public Task EraseAsync(ArticleId article, int through, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            await session.RunAsync("UPDATE article_revisions SET text = '' WHERE article = $1 AND revision <= $2", article.Value, through).ConfigureAwait(false);
            var reports = await session.ReadAllAsync(
                row => (Block: row.GetString(0), Report: row.Payload<Report>(1)),
                "SELECT block, payload FROM reports WHERE article = $1 AND retracted_by <= $2 FOR UPDATE", article.Value, through).ConfigureAwait(false);
            foreach (var (block, report) in reports)
                await session.RunAsync(
                    "UPDATE reports SET payload = $3 WHERE report = $1 AND block = $2", report.Id.Value, block, Columns.Payload(ErasureRule.Of(report), StoreJson.Default.Report)).ConfigureAwait(false);
            var quotes = reports.Select(item => item.Report.Quote).Where(quote => quote.Length > 0).ToHashSet();
            foreach (var id in await EraseDeliveriesAsync(session, [.. reports.Select(item => item.Report.Id)]).ConfigureAwait(false))
                await EraseEventAsync(session, id, article, quotes).ConfigureAwait(false);
            return true;
        },
        cancellation);

    private static async Task<HashSet<string>> EraseDeliveriesAsync(PostgresSession session, IReadOnlyCollection<ReportId> reports)
    {
        var deliveries = await session.ReadAllAsync(
            row => (Report: row.GetString(0), Block: row.GetString(1), Event: row.GetString(2), Delivery: row.Payload<ReportDelivery>(3)),
            "SELECT report, block, event, payload FROM deliveries WHERE report = ANY($1) AND retracted FOR UPDATE", [reports.Select(report => report.Value).ToArray()]).ConfigureAwait(false);
        foreach (var (report, block, _, delivery) in deliveries)
            await session.RunAsync(
                "UPDATE deliveries SET payload = $3 WHERE report = $1 AND block = $2", report, block, Columns.Payload(ErasureRule.Of(delivery), StoreJson.Default.ReportDelivery)).ConfigureAwait(false);
        return [.. deliveries.Select(item => item.Event)];
    }

    private static async Task EraseEventAsync(PostgresSession session, string id, ArticleId article, HashSet<string> quotes)
    {
        var versions = await session.ReadAllAsync(
            row => (Revision: row.GetInt32(0), Event: row.Payload<NewsEvent>(1)), "SELECT revision, payload FROM event_versions WHERE event = $1", id).ConfigureAwait(false);
        foreach (var (revision, version) in versions)
            if (ErasureRule.Of(version, article, quotes) is var erased && !ReferenceEquals(erased, version))
                await session.RunAsync(
                    "UPDATE event_versions SET payload = $3 WHERE event = $1 AND revision = $2", id, revision, Columns.Payload(erased, StoreJson.Default.NewsEvent)).ConfigureAwait(false);
    }
}
