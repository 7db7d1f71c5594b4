using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;

namespace Aggregator.Store.Sqlite;

/// <content>Taking a withdrawn article's words out of what is kept.</content>
internal sealed partial class SqliteStore
{
    public Task EraseAsync(ArticleId article, int through, CancellationToken cancellation) => Writer.WriteAsync(
        session =>
        {
            session.Run(
                """
                WITH RECURSIVE chain (key) AS (
                  SELECT standing FROM articles WHERE id = $1
                  UNION ALL SELECT r.previous FROM chain c CROSS JOIN article_revisions r ON r.key = c.key WHERE r.previous IS NOT NULL)
                UPDATE article_revisions SET text = '' WHERE key IN (SELECT key FROM chain) AND revision <= $2
                """,
                article.Value, through);
            var reports = session.ReadAll(
                "SELECT key, payload FROM reports WHERE article = $1 AND retracted_by <= $2", row => (Key: row.GetInt64(0), Report: row.Payload<Report>(1)), article.Value, through);
            foreach (var (key, report) in reports)
                session.Run("UPDATE reports SET payload = $2 WHERE key = $1", key, Columns.Payload(ErasureRule.Of(report), StoreJson.Default.Report));
            var quotes = reports.Select(item => item.Report.Quote).Where(quote => quote.Length > 0).ToHashSet();
            foreach (var id in EraseDeliveries(session, [.. reports.Select(item => item.Report.Id)])) EraseEvent(session, id, article, quotes);
            return true;
        },
        cancellation);

    private static HashSet<string> EraseDeliveries(SqliteSession session, IReadOnlyCollection<ReportId> reports)
    {
        var deliveries = session.ReadAll(
            "SELECT d.key, d.event, d.payload FROM json_each($1) j CROSS JOIN deliveries d ON d.report = j.value AND d.retracted = 1",
            row => (Key: row.GetInt64(0), Event: row.GetString(1), Delivery: row.Payload<ReportDelivery>(2)), Columns.List(reports));
        foreach (var (key, _, delivery) in deliveries)
            session.Run("UPDATE deliveries SET payload = $2 WHERE key = $1", key, Columns.Payload(ErasureRule.Of(delivery), StoreJson.Default.ReportDelivery));
        return [.. deliveries.Select(item => item.Event)];
    }

    private static void EraseEvent(SqliteSession session, string id, ArticleId article, HashSet<string> quotes)
    {
        var versions = session.ReadAll("SELECT key, payload FROM event_versions WHERE event = $1", row => (Key: row.GetInt64(0), Event: row.Payload<NewsEvent>(1)), id);
        foreach (var (key, version) in versions)
            if (ErasureRule.Of(version, article, quotes) is var erased && !ReferenceEquals(erased, version))
                session.Run("UPDATE event_versions SET payload = $2 WHERE key = $1", key, Columns.Payload(erased, StoreJson.Default.NewsEvent));
    }
}
