using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Microsoft.Data.Sqlite;

namespace Aggregator.Store.Sqlite;

/// <content>Reports by article.</content>
internal sealed partial class SqliteStore
{
    public Task<IReadOnlyList<ArticleReports>> RecordReportsAsync(string version, IReadOnlyList<ArticleReports> read, CancellationToken cancellation)
    {
        Columns.RequireOnce(read);
        var rows = read.Select(one => (Read: one, Said: one.Reports.Select(item => (Item: item, Payload: Columns.Payload(item.Report, StoreJson.Default.Report))).ToList())).ToList();
        return Writer.WriteAsync<IReadOnlyList<ArticleReports>>(
            session => rows.ConvertAll(row =>
            {
                if (BeginReading(session, row.Read.Article, row.Read.Revision, version))
                    foreach (var (item, payload) in row.Said) Say(session, row.Read.Article, row.Read.Revision, item, payload);
                return row.Read with { Retracted = RetractedBy(session, row.Read.Article, row.Read.Revision) };
            }),
            cancellation);
    }

    public Task<IReadOnlyList<ArticleReports>> ReadRecordedAsync(string version, IReadOnlyDictionary<ArticleId, int> revisions, CancellationToken cancellation)
    {
        var ids = Columns.List(revisions.Keys);
        return Readers.ReadAsync<IReadOnlyList<ArticleReports>>(
            session =>
            {
                var known = session.ReadAll(
                    "SELECT r.article, r.revision FROM json_each($1) j CROSS JOIN readings r ON r.article = j.value WHERE r.version = $2",
                    row => (Article: row.Id<ArticleId>(0), Revision: row.GetInt32(1)), ids, version);
                return [.. known.Where(item => revisions[item.Article] == item.Revision).Select(item => Recorded(session, item.Article, item.Revision))];
            },
            cancellation);
    }

    public Task<IReadOnlyList<Report>> ReadReportsAsync(ArticleId article, CancellationToken cancellation) => Readers.ReadAsync<IReadOnlyList<Report>>(
        session => session.ReadAll(
            "SELECT payload FROM reports WHERE article = $1 AND retracted_by IS NULL ORDER BY span_start, report",
            row => row.Payload<Report>(0), article.Value),
        cancellation);

    public Task<Report?> ReadReportAsync(ReportId id, CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne(
            "SELECT payload FROM reports WHERE report = $1 ORDER BY retracted_by IS NOT NULL, revision DESC, block LIMIT 1",
            row => row.Payload<Report>(0), id.Value),
        cancellation);

    private static ArticleReports Recorded(SqliteSession session, ArticleId article, int revision)
    {
        var standing = session.ReadAll(
            "SELECT payload, block FROM reports WHERE article = $1 AND retracted_by IS NULL ORDER BY span_start, report, block", Blocked, article.Value);
        return new ArticleReports(article, revision, standing) { Retracted = RetractedBy(session, article, revision) };
    }

    private static List<BlockedReport> RetractedBy(SqliteSession session, ArticleId article, int revision) => session.ReadAll(
        "SELECT payload, block FROM reports WHERE article = $1 AND retracted_by = $2 ORDER BY span_start, report, block", Blocked, article.Value, revision);

    private static BlockedReport Blocked(SqliteDataReader row) => new(row.Payload<Report>(0), row.Id<BlockKey>(1));

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
