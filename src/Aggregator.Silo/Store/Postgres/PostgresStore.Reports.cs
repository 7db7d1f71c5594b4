using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;

namespace Aggregator.Store.Postgres;

/// <content>Reports by article.</content>
internal sealed partial class PostgresStore
{
    public Task<IReadOnlyList<BlockedReport>> RecordReportsAsync(
        ArticleId article, int revision, string version, IReadOnlyList<BlockedReport> reports, CancellationToken cancellation)
    {
        // Of a report said twice in one block the last counts; one statement may not write a row twice.
        var said = reports.GroupBy(item => (item.Report.Id, item.Block)).Select(same => same.Last()).ToList();
        var payloads = said.ConvertAll(item => Columns.Payload(item.Report, StoreJson.Default.Report));
        return WriteAsync<IReadOnlyList<BlockedReport>>(
            async session =>
            {
                if (await BeginReadingAsync(session, article, revision, version).ConfigureAwait(false))
                    await session.RunAsync(Retract(article, revision), RetractUntold(article, revision), Say(article, revision, said, payloads)).ConfigureAwait(false);
                return await session.ReadAllAsync(
                    row => new BlockedReport(row.Payload(0, StoreJson.Default.Report), row.Id<BlockKey>(1)),
                    "SELECT payload, block FROM reports WHERE article = $1 AND retracted_by = $2 ORDER BY span_start, report, block", article.Value, revision).ConfigureAwait(false);
            },
            cancellation);
    }

    public Task<IReadOnlyList<Report>> ReadReportsAsync(ArticleId article, CancellationToken cancellation) => ReadAsync<IReadOnlyList<Report>>(
        async session => await session.ReadAllAsync(
            row => row.Payload(0, StoreJson.Default.Report),
            "SELECT payload FROM reports WHERE article = $1 AND retracted_by IS NULL ORDER BY span_start, report", article.Value).ConfigureAwait(false),
        cancellation);

    public Task<Report?> ReadReportAsync(ReportId id, CancellationToken cancellation) => ReadAsync(
        session => session.ReadOneAsync(
            row => row.Payload(0, StoreJson.Default.Report),
            "SELECT payload FROM reports WHERE report = $1 ORDER BY retracted_by IS NOT NULL, revision DESC, block LIMIT 1", id.Value),
        cancellation);

    /// <summary>Locks the article's reading; false when a later revision was read already.</summary>
    private static async Task<bool> BeginReadingAsync(PostgresSession session, ArticleId article, int revision, string version) => await session.RunAsync(
        """
        INSERT INTO readings AS r (article, revision, version) VALUES ($1, $2, $3)
        ON CONFLICT (article) DO UPDATE SET revision = excluded.revision, version = excluded.version WHERE r.revision <= excluded.revision
        """,
        article.Value, revision, version).ConfigureAwait(false) == 1;

    /// <summary>Retracts what stands, for the reading to say again.</summary>
    private static PostgresStatement Retract(ArticleId article, int revision) =>
        new("UPDATE reports SET retracted_by = $2 WHERE article = $1 AND retracted_by IS NULL", article.Value, revision);

    /// <summary>A retraction that a crash kept from its block is this revision's to tell.</summary>
    private static PostgresStatement RetractUntold(ArticleId article, int revision) => new(
        """
        UPDATE reports r SET retracted_by = $2 WHERE r.article = $1 AND r.retracted_by < $2 AND NOT EXISTS
          (SELECT 1 FROM deliveries d WHERE d.report = r.report AND d.block = r.block AND d.retracted)
        """,
        article.Value, revision);

    private static PostgresStatement Say(ArticleId article, int revision, List<BlockedReport> said, List<byte[]> payloads) => new(
        """
        INSERT INTO reports (article, revision, report, block, span_start, payload)
        SELECT $1, $2, n.* FROM unnest($3::text[], $4::text[], $5::integer[], $6::bytea[]) n
        ON CONFLICT (report, block) DO UPDATE SET revision = excluded.revision, retracted_by = NULL, span_start = excluded.span_start, payload = excluded.payload
        """,
        article.Value, revision, said.Select(item => item.Report.Id.Value).ToArray(), said.Select(item => item.Block.Value).ToArray(),
        said.Select(item => item.Report.Span.Start).ToArray(), payloads.ToArray());
}
