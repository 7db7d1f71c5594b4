using Aggregator.Intake;

namespace Aggregator.Store.Sqlite;

/// <content>The re-reading of stored articles.</content>
internal sealed partial class SqliteStore
{
    public Task<StoredRereading?> ReadRereadingAsync(CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne("SELECT payload FROM rereading WHERE id = 1", row => row.Payload<StoredRereading>(0)), cancellation);

    public Task<bool> PutRereadingAsync(StoredRereading rereading, IReadOnlyCollection<ArticleId> again, DateTimeOffset now, CancellationToken cancellation)
    {
        var payload = Columns.Payload(rereading, StoreJson.Default.StoredRereading);
        var statement = rereading.Number == 1
            ? "INSERT OR IGNORE INTO rereading (id, number, payload) VALUES (1, $1, $2)"
            : "UPDATE rereading SET number = $1, payload = $2 WHERE id = 1 AND number = $1 - 1";
        return Writer.WriteAsync(
            session =>
            {
                if (session.Run(statement, rereading.Number, payload) != 1) return false;
                foreach (var article in again)
                {
                    var revision = session.ReadOne("SELECT revision FROM articles WHERE id = $1", row => row.GetInt32(0), article.Value);
                    if (revision > 0) Enqueue(session, article, revision, now, traceParent: null);
                }
                return true;
            },
            cancellation);
    }

    public Task<IReadOnlyList<ArticleId>> ReadStaleArticlesAsync(string version, ArticleId? after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<ArticleId>>(
            session => session.ReadAll(
                // A withdrawn article has no hash.
                """
                SELECT r.article FROM readings r JOIN articles a ON a.id = r.article
                WHERE r.article > $2 AND r.version IS NOT $1 AND a.content_hash IS NOT NULL ORDER BY r.article LIMIT $3
                """,
                row => row.Id<ArticleId>(0), version, after?.Value ?? "", countMax),
            cancellation);
    }

    public Task<long> CountStaleArticlesAsync(string version, CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne(
            "SELECT COUNT(*) FROM readings r CROSS JOIN articles a ON a.id = r.article WHERE r.version IS NOT $1 AND a.content_hash IS NOT NULL",
            row => row.GetInt64(0), version),
        cancellation);
}
