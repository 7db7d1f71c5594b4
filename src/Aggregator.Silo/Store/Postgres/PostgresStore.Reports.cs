using System.Data.Common;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;

namespace Aggregator.Store.Postgres;

/// <content>Reports by article.</content>
internal sealed partial class PostgresStore
{
    public Task<IReadOnlyList<ArticleReports>> RecordReportsAsync(string version, IReadOnlyList<ArticleReports> read, CancellationToken cancellation)
    {
        Columns.RequireOnce(read);
        // In one order always, so that no two lock each other out; of a report said twice in one block the last counts, for one statement may not write a row twice.
        var ordered = read.OrderBy(one => one.Article.Value, StringComparer.Ordinal).ToList();
        var said = ordered.SelectMany(one => one.Reports.Select(item => new SaidReport(one.Article, one.Revision, item)))
            .GroupBy(row => (row.Item.Report.Id, row.Item.Block)).Select(same => same.Last()).ToList();
        var payloads = said.ConvertAll(row => Columns.Payload(row.Item.Report, StoreJson.Default.Report));
        return WriteAsync<IReadOnlyList<ArticleReports>>(
            async session =>
            {
                var begun = await BeginReadingAsync(session, ordered, version).ConfigureAwait(false);
                var (articles, revisions) = ColumnsOf(ordered.Where(one => begun.Contains(one.Article)));
                if (begun.Count > 0)
                {
                    var rows = said.Select((row, at) => (Row: row, Payload: payloads[at])).Where(pair => begun.Contains(pair.Row.Article)).ToList();
                    await session.RunAsync(Retract(articles, revisions), RetractUntold(articles, revisions), Say(rows)).ConfigureAwait(false);
                }
                var retracted = await RetractedAsync(session, ordered).ConfigureAwait(false);
                return [.. read.Select(one => one with { Retracted = [.. retracted[one.Article]] })];
            },
            cancellation);
    }

    public Task<IReadOnlyList<ArticleReports>> ReadRecordedAsync(string version, IReadOnlyDictionary<ArticleId, int> revisions, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<ArticleReports>>(
            async session =>
            {
                var known = await session.ReadAllAsync(
                    row => new ArticleReports(row.Id<ArticleId>(0), row.GetInt32(1), []), "SELECT article, revision FROM readings WHERE article = ANY($1) AND version = $2",
                    revisions.Keys.Select(article => article.Value).ToArray(), version).ConfigureAwait(false);
                var asked = known.Where(one => revisions[one.Article] == one.Revision).ToList();
                if (asked.Count == 0) return [];
                var standing = (await session.ReadAllAsync(
                    Addressed, "SELECT article, payload, block FROM reports WHERE article = ANY($1) AND retracted_by IS NULL ORDER BY article, span_start, report, block",
                    (object)asked.Select(one => one.Article.Value).ToArray()).ConfigureAwait(false)).ToLookup(item => item.Article, item => item.Item);
                var retracted = await RetractedAsync(session, asked).ConfigureAwait(false);
                return [.. asked.Select(one => one with { Reports = [.. standing[one.Article]], Retracted = [.. retracted[one.Article]] })];
            },
            cancellation);

    public Task<IReadOnlyList<Report>> ReadReportsAsync(ArticleId article, CancellationToken cancellation) => ReadAsync<IReadOnlyList<Report>>(
        async session => await session.ReadAllAsync(
            row => row.Payload<Report>(0),
            "SELECT payload FROM reports WHERE article = $1 AND retracted_by IS NULL ORDER BY span_start, report", article.Value).ConfigureAwait(false),
        cancellation);

    public Task<Report?> ReadReportAsync(ReportId id, CancellationToken cancellation) => ReadAsync(
        session => session.ReadOneAsync(
            row => row.Payload<Report>(0),
            "SELECT payload FROM reports WHERE report = $1 ORDER BY retracted_by IS NOT NULL, revision DESC, block LIMIT 1", id.Value),
        cancellation);

    /// <summary>Locks the articles' readings; those of which no later revision was read already.</summary>
    private static async Task<HashSet<ArticleId>> BeginReadingAsync(PostgresSession session, List<ArticleReports> read, string version)
    {
        var (articles, revisions) = ColumnsOf(read);
        return [.. await session.ReadAllAsync(
            row => row.Id<ArticleId>(0),
            """
            INSERT INTO readings AS r (article, revision, version) SELECT n.article, n.revision, $3 FROM unnest($1::text[], $2::integer[]) n (article, revision)
            ON CONFLICT (article) DO UPDATE SET revision = excluded.revision, version = excluded.version WHERE r.revision <= excluded.revision
            RETURNING r.article
            """,
            articles, revisions, version).ConfigureAwait(false)];
    }

    /// <summary>What each article's revision retracted.</summary>
    private static async Task<ILookup<ArticleId, BlockedReport>> RetractedAsync(PostgresSession session, IEnumerable<ArticleReports> read)
    {
        var (articles, revisions) = ColumnsOf(read);
        var rows = await session.ReadAllAsync(
            Addressed,
            """
            SELECT r.article, r.payload, r.block FROM unnest($1::text[], $2::integer[]) n (article, revision)
            JOIN reports r ON r.article = n.article AND r.retracted_by = n.revision ORDER BY r.article, r.span_start, r.report, r.block
            """,
            articles, revisions).ConfigureAwait(false);
        return rows.ToLookup(item => item.Article, item => item.Item);
    }

    private static (ArticleId Article, BlockedReport Item) Addressed(DbDataReader row) =>
        (row.Id<ArticleId>(0), new BlockedReport(row.Payload<Report>(1), row.Id<BlockKey>(2)));

    private static (string[] Articles, int[] Revisions) ColumnsOf(IEnumerable<ArticleReports> read)
    {
        var rows = read.ToList();
        return ([.. rows.Select(one => one.Article.Value)], [.. rows.Select(one => one.Revision)]);
    }

    /// <summary>Retracts what stands, for the reading to say again.</summary>
    private static PostgresStatement Retract(string[] articles, int[] revisions) => new(
        """
        UPDATE reports r SET retracted_by = n.revision FROM unnest($1::text[], $2::integer[]) n (article, revision)
        WHERE r.article = n.article AND r.retracted_by IS NULL
        """,
        articles, revisions);

    /// <summary>A retraction that a crash kept from its block is this revision's to tell.</summary>
    private static PostgresStatement RetractUntold(string[] articles, int[] revisions) => new(
        """
        UPDATE reports r SET retracted_by = n.revision FROM unnest($1::text[], $2::integer[]) n (article, revision)
        WHERE r.article = n.article AND r.retracted_by < n.revision AND NOT EXISTS
          (SELECT 1 FROM deliveries d WHERE d.report = r.report AND d.block = r.block AND d.retracted)
        """,
        articles, revisions);

    private static PostgresStatement Say(List<(SaidReport Row, byte[] Payload)> said) => new(
        """
        INSERT INTO reports (article, revision, report, block, span_start, payload)
        SELECT n.* FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::integer[], $6::bytea[]) n
        ON CONFLICT (report, block) DO UPDATE SET revision = excluded.revision, retracted_by = NULL, span_start = excluded.span_start, payload = excluded.payload
        """,
        said.Select(item => item.Row.Article.Value).ToArray(), said.Select(item => item.Row.Revision).ToArray(),
        said.Select(item => item.Row.Item.Report.Id.Value).ToArray(), said.Select(item => item.Row.Item.Block.Value).ToArray(),
        said.Select(item => item.Row.Item.Report.Span.Start).ToArray(), said.Select(item => item.Payload).ToArray());

    /// <summary>A report with the article's revision that says it.</summary>
    private sealed record SaidReport(ArticleId Article, int Revision, BlockedReport Item);
}
