using Aggregator.Intake;

namespace Aggregator.Store.Postgres;

/// <summary>A batch of submissions that waits for its group's commit.</summary>
/// <param name="batch">The submissions.</param>
/// <param name="receivedAt">When they came.</param>
internal sealed class SubmitWrite(IReadOnlyList<Submission> batch, DateTimeOffset receivedAt)
{
    private readonly TaskCompletionSource<IReadOnlyList<SubmitOutcome>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal IReadOnlyList<Submission> Batch { get; } = batch;

    internal IReadOnlyList<byte[]?> Hashes { get; } = [.. batch.Select(ContentHash.Of)];

    internal DateTimeOffset ReceivedAt { get; } = receivedAt;

    /// <summary>Ends with the group's commit.</summary>
    internal Task<IReadOnlyList<SubmitOutcome>> Answer => _answer.Task;

    internal void Complete(IReadOnlyList<SubmitOutcome> outcomes) => _answer.TrySetResult(outcomes);

    internal void Fail(Exception fault) => _answer.TrySetException(fault);
}
