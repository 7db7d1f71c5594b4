using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>What the inbox is to do, in a few lines: the measure of every store's inbox.</summary>
internal sealed class InboxModel(int partitionCount)
{
    private readonly Dictionary<ArticleId, (int Revision, string? Text)> _articles = [];
    private readonly Queue<(ArticleId Id, int Revision)>[] _rows = [.. Enumerable.Range(0, partitionCount).Select(_ => new Queue<(ArticleId, int)>())];

    internal long PendingCount => _rows.Sum(rows => (long)rows.Count);

    internal IEnumerable<(ArticleId Id, int Revision)> PendingOf(int partition) => _rows[partition];

    internal SubmitOutcome Submit(ArticleId id, string text)
    {
        var known = _articles.TryGetValue(id, out var last);
        if (known && last.Text == text) return new SubmitOutcome(id, SubmitResult.Duplicate, last.Revision);
        return Keep(id, text, last.Revision + 1, known ? SubmitResult.Revised : SubmitResult.Accepted);
    }

    internal SubmitOutcome Withdraw(ArticleId id)
    {
        if (!_articles.TryGetValue(id, out var last)) return new SubmitOutcome(id, SubmitResult.Unknown, 0);
        return last.Text is null ? new SubmitOutcome(id, SubmitResult.Duplicate, last.Revision) : Keep(id, null, last.Revision + 1, SubmitResult.Withdrawn);
    }

    internal void MovePast(int partition, ArticleId id, int revision)
    {
        if (_rows[partition].Dequeue() != (id, revision)) throw new InvalidOperationException("Another row waits first.");
    }

    private SubmitOutcome Keep(ArticleId id, string? text, int revision, SubmitResult result)
    {
        _articles[id] = (revision, text);
        _rows[PartitionRule.Of(id, partitionCount)].Enqueue((id, revision));
        return new SubmitOutcome(id, result, revision);
    }
}
