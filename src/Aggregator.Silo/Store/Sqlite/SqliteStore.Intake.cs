using Aggregator.Intake;

namespace Aggregator.Store.Sqlite;

/// <content>The inbox.</content>
internal sealed partial class SqliteStore
{
    public Task<IReadOnlyList<SubmitOutcome>> SubmitAsync(IReadOnlyList<Submission> batch, DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        var hashes = batch.Select(ContentHash.Of).ToArray();
        return Writer.WriteAsync<IReadOnlyList<SubmitOutcome>>(
            session => [.. batch.Zip(hashes, (submission, hash) => Submit(session, submission, hash, receivedAt))], cancellation);
    }

    public Task<long> ReadCursorAsync(int partition, CancellationToken cancellation)
    {
        CheckPartition(partition);
        return Readers.ReadAsync(session => session.ReadOne("SELECT cursor FROM partitions WHERE partition = $1", row => row.GetInt64(0), partition), cancellation);
    }

    public Task<IReadOnlyList<InboxRow>> ReadInboxAsync(int partition, long after, int countMax, CancellationToken cancellation)
    {
        CheckPartition(partition);
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<InboxRow>>(
            session => session.ReadAll(
                $"""
                SELECT {StoredRows.ArticleColumns}, i.sequence, i.revision, i.trace_parent
                FROM inbox i JOIN articles a ON a.id = i.article JOIN article_revisions v ON v.key = a.standing
                WHERE i.partition = $1 AND i.sequence > $2 ORDER BY i.sequence LIMIT $3
                """,
                StoredRows.Inbox, partition, after, countMax),
            cancellation);
    }

    public Task<bool> MoveCursorAsync(int partition, long expected, long target, CancellationToken cancellation)
    {
        CheckPartition(partition);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(target, expected);
        return Writer.WriteAsync(
            session =>
            {
                var moved = session.Run(
                    "UPDATE partitions SET cursor = $3 WHERE partition = $1 AND cursor = $2 AND last_sequence >= $3", partition, expected, target) == 1;
                if (moved) session.Run("DELETE FROM inbox WHERE partition = $1 AND sequence <= $2", partition, target);
                return moved;
            },
            cancellation);
    }

    public Task<InboxLag> ReadLagAsync(CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne(
            // A partition numbers its rows without a gap, so what waits need not be counted.
            """
            SELECT SUM(MAX(last_sequence - cursor, 0)),
              MIN((SELECT received_at FROM inbox i WHERE i.partition = p.partition AND i.sequence > p.cursor ORDER BY i.sequence LIMIT 1))
            FROM partitions p
            """,
            row => new InboxLag(row.GetInt64(0), row.MomentOrNull(1)))!,
        cancellation);

    public Task<Article?> ReadArticleAsync(ArticleId id, CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne(
            $"SELECT {StoredRows.ArticleColumns} FROM articles a JOIN article_revisions v ON v.key = a.standing WHERE a.id = $1", StoredRows.Article, id.Value),
        cancellation);

    private SubmitOutcome Submit(SqliteSession session, Submission submission, byte[]? hash, DateTimeOffset receivedAt)
    {
        var last = session.ReadOne(
            "SELECT standing, revision, content_hash FROM articles WHERE id = $1",
            row => new StandingRevision(row.GetInt64(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2)),
            submission.Id.Value);
        if (hash is null && last is null) return new SubmitOutcome(submission.Id, SubmitResult.Unknown, 0);
        if (last is not null && hash.AsSpan().SequenceEqual(last.Hash)) return new SubmitOutcome(submission.Id, SubmitResult.Duplicate, last.Revision);
        var revision = (last?.Revision ?? 0) + 1;
        if (hash is null) Withdraw(session, submission, last!.Key, revision, receivedAt);
        else Insert(session, submission, last?.Key, revision, receivedAt);
        session.Run(
            """
            INSERT INTO articles (id, standing, revision, content_hash) VALUES ($1, last_insert_rowid(), $2, $3)
            ON CONFLICT DO UPDATE SET standing = excluded.standing, revision = excluded.revision, content_hash = excluded.content_hash
            """,
            submission.Id.Value, revision, hash);
        Enqueue(session, submission.Id, revision, receivedAt, submission.TraceParent);
        var result = hash is null ? SubmitResult.Withdrawn : last is null ? SubmitResult.Accepted : SubmitResult.Revised;
        return new SubmitOutcome(submission.Id, result, revision);
    }

    private static void Insert(SqliteSession session, Submission submission, long? previous, int revision, DateTimeOffset receivedAt) => session.Run(
        """
        INSERT INTO article_revisions (article, revision, previous, source, url, outlet, published_at, received_at, withdrawn, title, text)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10)
        """,
        submission.Id.Value, revision, previous, submission.Source?.Value, submission.Url, submission.Outlet, submission.PublishedAt.UtcTicks,
        receivedAt.UtcTicks, submission.Title, submission.Text);

    /// <summary>A revision with all that was known of the article but its text.</summary>
    private static void Withdraw(SqliteSession session, Submission submission, long previous, int revision, DateTimeOffset receivedAt) => session.Run(
        """
        INSERT INTO article_revisions (article, revision, previous, source, url, outlet, published_at, received_at, withdrawn, reason, title, text)
        SELECT article, $2, key, source, url, outlet, published_at, $3, 1, $4, title, '' FROM article_revisions WHERE key = $1
        """,
        previous, revision, receivedAt.UtcTicks, submission.Reason);

    private void Enqueue(SqliteSession session, ArticleId article, int revision, DateTimeOffset receivedAt, string? traceParent)
    {
        var partition = PartitionRule.Of(article, PartitionCount);
        session.Run("UPDATE partitions SET last_sequence = last_sequence + 1 WHERE partition = $1", partition);
        session.Run(
            """
            INSERT INTO inbox (partition, sequence, article, revision, received_at, trace_parent)
            SELECT partition, last_sequence, $2, $3, $4, $5 FROM partitions WHERE partition = $1
            """,
            partition, article.Value, revision, receivedAt.UtcTicks, traceParent);
    }

    private void CheckPartition(int partition)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(partition);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(partition, PartitionCount);
    }

    private sealed record StandingRevision(long Key, int Revision, byte[]? Hash);
}
