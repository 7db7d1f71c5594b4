using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;

namespace Aggregator.Store.Sqlite;

/// <content>Reports by article.</content>
internal sealed partial class SqliteStore
{
    public Task<IReadOnlyList<BlockedReport>> RecordReportsAsync(
        ArticleId article, int revision, string version, IReadOnlyList<BlockedReport> reports, CancellationToken cancellation)
    {
        var rows = reports.Select(item => (Item: item, Payload: Columns.Payload(item.Report, StoreJson.Default.Report))).ToList();
        return Writer.WriteAsync<IReadOnlyList<BlockedReport>>(
            session =>
            {
                if (BeginReading(session, article, revision, version))
                    foreach (var (item, payload) in rows) Say(session, article, revision, item, payload);
                return session.ReadAll(
                    "SELECT payload, block FROM reports WHERE article = $1 AND retracted_by = $2 ORDER BY span_start, report, block",
                    row => new BlockedReport(row.Payload(0, StoreJson.Default.Report), row.Id<BlockKey>(1)), article.Value, revision);
            },
            cancellation);
    }

    public Task<IReadOnlyList<Report>> ReadReportsAsync(ArticleId article, CancellationToken cancellation) => Readers.ReadAsync<IReadOnlyList<Report>>(
        session => session.ReadAll(
            "SELECT payload FROM reports WHERE article = $1 AND retracted_by IS NULL ORDER BY span_start, report",
            row => row.Payload(0, StoreJson.Default.Report), article.Value),
        cancellation);

    public Task<Report?> ReadReportAsync(ReportId id, CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne(
            "SELECT payload FROM reports WHERE report = $1 ORDER BY retracted_by IS NOT NULL, revision DESC, block LIMIT 1",
            row => row.Payload(0, StoreJson.Default.Report), id.Value),
        cancellation);

    /// <summary>Retracts what stands, for the reading to say again; false when a later revision was read already.</summary>
    private static bool BeginReading(SqliteSession session, ArticleId article, int revision, string version)
    {
        var begun = session.Run(
            """
            INSERT INTO readings (article, revision, version) VALUES ($1, $2, $3)
            ON CONFLICT DO UPDATE SET revision = excluded.revision, version = excluded.version WHERE revision <= excluded.revision
            """,
            article.Value, revision, version) == 1;
        if (!begun) return false;
        session.Run("UPDATE reports SET retracted_by = $2 WHERE article = $1 AND retracted_by IS NULL", article.Value, revision);
        // A retraction that a crash kept from its block is this revision's to tell.
        session.Run(
            """
            UPDATE reports SET retracted_by = $2 WHERE article = $1 AND retracted_by < $2 AND NOT EXISTS
              (SELECT 1 FROM deliveries d WHERE d.report = reports.report AND d.block = reports.block AND d.retracted = 1)
            """,
            article.Value, revision);
        return true;
    }

    private static void Say(SqliteSession session, ArticleId article, int revision, BlockedReport item, byte[] payload) => session.Run(
        """
        INSERT INTO reports (article, report, block, revision, span_start, payload) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO UPDATE SET revision = excluded.revision, retracted_by = NULL, span_start = excluded.span_start, payload = excluded.payload
        """,
        article.Value, item.Report.Id.Value, item.Block.Value, revision, item.Report.Span.Start, payload);
}
