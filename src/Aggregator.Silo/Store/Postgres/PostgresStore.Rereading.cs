using Aggregator.Intake;

namespace Aggregator.Store.Postgres;

/// <content>The re-reading of stored articles.</content>
internal sealed partial class PostgresStore
{
    public Task<StoredRereading?> ReadRereadingAsync(CancellationToken cancellation) => ReadAsync(
        session => session.ReadOneAsync(row => row.Payload<StoredRereading>(0), "SELECT payload FROM rereading WHERE id = 1"), cancellation);

    public Task<bool> PutRereadingAsync(StoredRereading rereading, IReadOnlyCollection<ArticleId> again, DateTimeOffset now, CancellationToken cancellation)
    {
        var payload = Columns.Payload(rereading, StoreJson.Default.StoredRereading);
        var statement = rereading.Number == 1
            ? "INSERT INTO rereading (id, number, payload) VALUES (1, $1, $2) ON CONFLICT DO NOTHING"
            : "UPDATE rereading SET number = $1, payload = $2 WHERE id = 1 AND number = $1 - 1";
        return WriteAsync(
            async session =>
            {
                if (await session.RunAsync(statement, rereading.Number, payload).ConfigureAwait(false) != 1) return false;
                if (again.Count > 0) await EnqueueAsync(session, again, now).ConfigureAwait(false);
                return true;
            },
            cancellation);
    }

    public Task<IReadOnlyList<ArticleId>> ReadStaleArticlesAsync(string version, ArticleId? after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<ArticleId>>(
            async session => await session.ReadAllAsync(
                row => row.Id<ArticleId>(0),
                // A withdrawn article has no hash.
                """
                SELECT r.article FROM readings r JOIN articles a ON a.id = r.article
                WHERE r.article > $2 AND r.version IS DISTINCT FROM $1 AND a.content_hash IS NOT NULL ORDER BY r.article LIMIT $3
                """,
                version, after?.Value ?? "", countMax).ConfigureAwait(false),
            cancellation);
    }

    public Task<long> CountStaleArticlesAsync(string version, CancellationToken cancellation) => ReadAsync(
        session => session.ReadOneAsync(
            row => row.GetInt64(0),
            "SELECT COUNT(*) FROM readings r JOIN articles a ON a.id = r.article WHERE r.version IS DISTINCT FROM $1 AND a.content_hash IS NOT NULL", version),
        cancellation);

    /// <summary>Appends articles as they stand to their partitions, whose rows are locked in their order as for submissions.</summary>
    private async Task EnqueueAsync(PostgresSession session, IReadOnlyCollection<ArticleId> articles, DateTimeOffset now)
    {
        var byId = articles.Distinct().ToDictionary(article => article.Value, article => PartitionRule.Of(article, PartitionCount), StringComparer.Ordinal);
        var (locked, standing) = await session.ReadBothAsync(
            new PostgresStatement("SELECT partition, last_sequence FROM partitions WHERE partition = ANY($1) ORDER BY partition FOR UPDATE", byId.Values.Distinct().Order().ToArray()),
            row => (Partition: row.GetInt32(0), LastSequence: row.GetInt64(1)),
            new PostgresStatement("SELECT id, revision FROM articles WHERE id = ANY($1) ORDER BY id", [byId.Keys.ToArray()]),
            row => (Id: row.GetString(0), Revision: row.GetInt32(1))).ConfigureAwait(false);
        var last = locked.ToDictionary(row => row.Partition, row => row.LastSequence);
        var sequences = standing.ConvertAll(row => ++last[byId[row.Id]]).ToArray();
        await session.RunAsync(
            new PostgresStatement(
                "INSERT INTO inbox (partition, sequence, article, revision, received_at) SELECT n.*, $5 FROM unnest($1::integer[], $2::bigint[], $3::text[], $4::integer[]) n",
                standing.ConvertAll(row => byId[row.Id]).ToArray(), sequences, standing.ConvertAll(row => row.Id).ToArray(), standing.ConvertAll(row => row.Revision).ToArray(), now.UtcTicks),
            new PostgresStatement(
                "UPDATE partitions p SET last_sequence = n.last_sequence FROM unnest($1::integer[], $2::bigint[]) n (partition, last_sequence) WHERE p.partition = n.partition",
                last.Keys.ToArray(), last.Values.ToArray())).ConfigureAwait(false);
    }
}
