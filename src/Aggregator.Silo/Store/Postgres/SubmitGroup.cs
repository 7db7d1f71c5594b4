using Aggregator.Intake;

namespace Aggregator.Store.Postgres;

/// <summary>
/// One group of submissions as one transaction of three round trips: lock the partitions and read what stands, write, commit. An
/// article's partition follows from its id, so who holds the partition's lock is alone with its articles, and rows are numbered in the order
/// of commits: a reader that has seen a number has seen all below it.
/// </summary>
internal sealed class SubmitGroup(IReadOnlyList<SubmitWrite> writes, int partitionCount)
{
    private readonly Dictionary<string, Standing> _standing = new(StringComparer.Ordinal);
    private readonly Dictionary<int, long> _lastSequences = [];
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly List<Change> _changes = [];

    /// <summary>Writes the group.</summary>
    /// <returns>The outcomes of each write, in their order.</returns>
    internal async Task<IReadOnlyList<IReadOnlyList<SubmitOutcome>>> RunAsync(PostgresSession session)
    {
        var submissions = writes.SelectMany(write => write.Batch).ToList();
        var partitions = submissions.Select(submission => PartitionRule.Of(submission.Id, partitionCount)).Distinct().Order().ToArray();
        var (locked, known) = await session.ReadBothAsync(
            // In their order, so that two groups can't wait for each other.
            new PostgresStatement("SELECT partition, last_sequence FROM partitions WHERE partition = ANY($1) ORDER BY partition FOR UPDATE", partitions),
            row => (Partition: row.GetInt32(0), LastSequence: row.GetInt64(1)),
            new PostgresStatement("SELECT id, revision, content_hash FROM articles WHERE id = ANY($1)", [submissions.Select(submission => submission.Id.Value).Distinct().ToArray()]),
            row => (Id: row.GetString(0), Standing: new Standing(row.GetInt32(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2)))).ConfigureAwait(false);
        foreach (var (partition, last) in locked) _lastSequences[partition] = last;
        foreach (var (id, standing) in known) _standing[id] = standing;
        var outcomes = writes.Select(Take).ToList();
        if (_changes.Count > 0) await session.RunAsync([.. Statements()]).ConfigureAwait(false);
        return outcomes;
    }

    private List<SubmitOutcome> Take(SubmitWrite write) => [.. write.Batch.Zip(write.Hashes, (submission, hash) => Take(submission, hash, write.ReceivedAt))];

    private SubmitOutcome Take(Submission submission, byte[]? hash, DateTimeOffset receivedAt)
    {
        var id = submission.Id.Value;
        var known = _standing.TryGetValue(id, out var last);
        if (hash is null && !known) return new SubmitOutcome(submission.Id, SubmitResult.Unknown, 0);
        if (known && hash.AsSpan().SequenceEqual(last.Hash)) return new SubmitOutcome(submission.Id, SubmitResult.Duplicate, last.Revision);
        var revision = last.Revision + 1;
        var partition = PartitionRule.Of(submission.Id, partitionCount);
        _changes.Add(new Change(submission, revision, receivedAt.UtcTicks, partition, ++_lastSequences[partition]));
        _standing[id] = new Standing(revision, hash);
        _changed.Add(id);
        return new SubmitOutcome(submission.Id, hash is null ? SubmitResult.Withdrawn : known ? SubmitResult.Revised : SubmitResult.Accepted, revision);
    }

    private IEnumerable<PostgresStatement> Statements()
    {
        var (withdrawn, told) = (_changes.Where(change => change.Submission.Text is null).ToList(), _changes.Where(change => change.Submission.Text is not null).ToList());
        if (told.Count > 0) yield return Tell(told);
        // After them: what is withdrawn may have been told in this group.
        if (withdrawn.Count > 0) yield return Withdraw(withdrawn);
        var ids = _changed.ToArray();
        yield return new PostgresStatement(
            """
            INSERT INTO articles (id, revision, content_hash) SELECT * FROM unnest($1::text[], $2::integer[], $3::bytea[])
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, content_hash = excluded.content_hash
            """,
            ids, Array.ConvertAll(ids, id => _standing[id].Revision), Array.ConvertAll(ids, id => _standing[id].Hash));
        yield return new PostgresStatement(
            "INSERT INTO inbox (partition, sequence, article, revision, received_at, trace_parent) SELECT * FROM unnest($1::integer[], $2::bigint[], $3::text[], $4::integer[], $5::bigint[], $6::text[])",
            Column(_changes, change => change.Partition), Column(_changes, change => change.Sequence), Column(_changes, change => change.Submission.Id.Value),
            Column(_changes, change => change.Revision), Column(_changes, change => change.ReceivedAt), Column(_changes, change => change.Submission.TraceParent));
        var moved = Column(_changes, change => change.Partition).Distinct().ToArray();
        yield return new PostgresStatement(
            "UPDATE partitions p SET last_sequence = n.last_sequence FROM unnest($1::integer[], $2::bigint[]) n (partition, last_sequence) WHERE p.partition = n.partition",
            moved, Array.ConvertAll(moved, partition => _lastSequences[partition]));
    }

    private static PostgresStatement Tell(List<Change> told) => new(
        """
        INSERT INTO article_revisions (article, revision, source, url, outlet, published_at, received_at, title, text, withdrawn)
        SELECT n.*, false FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::text[], $9::text[]) n
        """,
        Column(told, change => change.Submission.Id.Value), Column(told, change => change.Revision), Column(told, change => change.Submission.Source?.Value),
        Column(told, change => change.Submission.Url), Column(told, change => change.Submission.Outlet), Column(told, change => change.Submission.PublishedAt.UtcTicks),
        Column(told, change => change.ReceivedAt), Column(told, change => change.Submission.Title), Column(told, change => change.Submission.Text));

    /// <summary>Revisions with all that was known of their articles but the text.</summary>
    private static PostgresStatement Withdraw(List<Change> withdrawn) => new(
        """
        INSERT INTO article_revisions (article, revision, source, url, outlet, published_at, received_at, withdrawn, reason, title, text)
        SELECT v.article, n.revision, v.source, v.url, v.outlet, v.published_at, n.received_at, true, n.reason, v.title, ''
        FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::text[]) n (article, revision, received_at, reason)
        JOIN article_revisions v ON v.article = n.article AND v.revision = n.revision - 1
        """,
        Column(withdrawn, change => change.Submission.Id.Value), Column(withdrawn, change => change.Revision), Column(withdrawn, change => change.ReceivedAt),
        Column(withdrawn, change => change.Submission.Reason));

    private static T[] Column<T>(List<Change> changes, Func<Change, T> read) => [.. changes.Select(read)];

    private readonly record struct Standing(int Revision, byte[]? Hash);

    private sealed record Change(Submission Submission, int Revision, long ReceivedAt, int Partition, long Sequence);
}
