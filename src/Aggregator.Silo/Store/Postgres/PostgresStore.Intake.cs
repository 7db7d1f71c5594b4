using Aggregator.Intake;

namespace Aggregator.Store.Postgres;

/// <content>The inbox.</content>
internal sealed partial class PostgresStore
{
    public Task<IReadOnlyList<SubmitOutcome>> SubmitAsync(IReadOnlyList<Submission> batch, DateTimeOffset receivedAt, CancellationToken cancellation) =>
        (_submitting ?? throw NotOpen()).SubmitAsync(new SubmitWrite(batch, receivedAt), cancellation);

    public Task<long> ReadCursorAsync(int partition, CancellationToken cancellation)
    {
        CheckPartition(partition);
        return ReadAsync(session => session.ReadOneAsync(row => row.GetInt64(0), "SELECT cursor FROM cursors WHERE partition = $1", partition), cancellation);
    }

    public Task<IReadOnlyList<InboxRow>> ReadInboxAsync(int partition, long after, int countMax, CancellationToken cancellation)
    {
        CheckPartition(partition);
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<InboxRow>>(
            async session => await session.ReadAllAsync(
                StoredRows.Inbox,
                $"""
                SELECT {StoredRows.ArticleColumns}, i.sequence, i.revision, i.trace_parent
                FROM inbox i JOIN articles a ON a.id = i.article JOIN article_revisions v ON v.article = a.id AND v.revision = a.revision
                WHERE i.partition = $1 AND i.sequence > $2 ORDER BY i.sequence LIMIT $3
                """,
                partition, after, countMax).ConfigureAwait(false),
            cancellation);
    }

    public Task<bool> MoveCursorAsync(int partition, long expected, long target, CancellationToken cancellation)
    {
        CheckPartition(partition);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(target, expected);
        return WriteAsync(
            async session =>
            {
                var moved = await session.RunAsync(
                    """
                    UPDATE cursors SET cursor = $3 WHERE partition = $1 AND cursor = $2
                      AND $3 <= (SELECT last_sequence FROM partitions WHERE partition = $1)
                    """,
                    partition, expected, target).ConfigureAwait(false) == 1;
                if (moved) await session.RunAsync("DELETE FROM inbox WHERE partition = $1 AND sequence <= $2", partition, target).ConfigureAwait(false);
                return moved;
            },
            cancellation);
    }

    public Task<InboxLag> ReadLagAsync(CancellationToken cancellation) => ReadAsync(
        async session => (await session.ReadOneAsync(
            row => new InboxLag(row.GetInt64(0), row.MomentOrNull(1)),
            // A partition numbers its rows without a gap, so what waits need not be counted.
            """
            SELECT SUM(GREATEST(p.last_sequence - c.cursor, 0))::bigint,
              MIN((SELECT received_at FROM inbox i WHERE i.partition = p.partition AND i.sequence > c.cursor ORDER BY i.sequence LIMIT 1))
            FROM partitions p JOIN cursors c USING (partition)
            """).ConfigureAwait(false))!,
        cancellation);

    public Task<Article?> ReadArticleAsync(ArticleId id, CancellationToken cancellation) => ReadAsync(
        session => session.ReadOneAsync(
            StoredRows.Article,
            $"SELECT {StoredRows.ArticleColumns} FROM articles a JOIN article_revisions v ON v.article = a.id AND v.revision = a.revision WHERE a.id = $1", id.Value),
        cancellation);

    private void CheckPartition(int partition)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(partition);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(partition, PartitionCount);
    }
}
