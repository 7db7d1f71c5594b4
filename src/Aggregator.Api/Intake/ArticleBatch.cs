using System.Diagnostics;
using Aggregator.Http;

namespace Aggregator.Intake;

/// <summary>
/// One body of many articles on its way into the inbox, a commit at a time. Good lines are kept beside bad ones. When the inbox stops taking them the whole
/// request is refused, saying up to which line all is kept: a 2xx means that every line was dealt with.
/// </summary>
internal sealed class ArticleBatch(InboxDoor door, int batchCountMax, DateTimeOffset now)
{
    private const long BatchLengthMax = 4_000_000;

    private readonly List<ArticleOutcome?> _outcomes = [];
    private readonly List<(int At, int Line, Submission Submission)> _waiting = [];
    private long _waitingLength;
    private int _keptLine;

    /// <summary>What became of each line that is not blank, in their order; complete once <see cref="FlushAsync"/> returned null.</summary>
    internal IEnumerable<ArticleOutcome> Outcomes => _outcomes.OfType<ArticleOutcome>();

    /// <summary>Takes a line in; returns why the request has to end, or null.</summary>
    internal async Task<Problem?> AddAsync(BodyLine line, CancellationToken cancellation)
    {
        if (line.IsBlank) return null;
        if (Read(line, out var reason) is not { } submission)
        {
            _outcomes.Add(ArticleOutcome.Refused(reason ?? "It can't be read.", line.Number));
            return null;
        }
        _waiting.Add((_outcomes.Count, line.Number, submission with { TraceParent = Activity.Current?.Id }));
        _outcomes.Add(null);
        _waitingLength += submission.Text?.Length ?? 0;
        return _waiting.Count >= batchCountMax || _waitingLength >= BatchLengthMax ? await FlushAsync(cancellation) : null;
    }

    /// <summary>Commits what waits; returns why it was not taken, or null.</summary>
    internal async Task<Problem?> FlushAsync(CancellationToken cancellation)
    {
        if (_waiting.Count == 0) return null;
        var (outcomes, refusal) = await door.SubmitAsync([.. _waiting.Select(waiting => waiting.Submission)], cancellation);
        if (refusal is not null) return refusal.With("keptLines", _keptLine);
        foreach (var ((at, line, _), outcome) in _waiting.Zip(outcomes)) _outcomes[at] = ArticleOutcome.Kept(outcome, line);
        _keptLine = _waiting[^1].Line;
        _waiting.Clear();
        _waitingLength = 0;
        return null;
    }

    private Submission? Read(BodyLine line, out string? reason)
    {
        reason = "The line is longer than an article may be.";
        if (line.IsTooLong) return null;
        return ArticleInput.Read(line.Bytes, out reason) is { } input ? SubmissionRule.Check(input, now, out reason) : null;
    }
}
