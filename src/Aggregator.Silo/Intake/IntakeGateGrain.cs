using System.Collections.Immutable;
using Aggregator.Store;
using Aggregator.Telemetry;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>Writes submissions to the inbox and hints to the partitions that they wait.</summary>
[StatelessWorker]
internal sealed class IntakeGateGrain(
    IStore store, InboxWatch watch, IOptions<IntakeOptions> options, StageMetrics metrics, TimeProvider clock) : Grain, IIntakeGateGrain
{
    private const int BatchCountMax = 1_000;

    public async Task<SubmitReply> SubmitAsync(Immutable<ImmutableArray<Submission>> batch, CancellationToken cancellation)
    {
        var submissions = batch.Value;
        ArgumentOutOfRangeException.ThrowIfZero(submissions.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(submissions.Length, BatchCountMax);
        if (watch.Last.PendingCount > options.Value.PendingCountMax)
            return new SubmitReply { RetryAfter = TimeSpan.FromSeconds(options.Value.RetryAfterSeconds) };
        var outcomes = await store.SubmitAsync(submissions, clock.GetUtcNow(), cancellation);
        foreach (var outcome in outcomes) metrics.Submitted(outcome.Result);
        await WakeAsync(outcomes);
        return new SubmitReply { Outcomes = [.. outcomes] };
    }

    public async Task<InboxLag> ReadLagAsync() => await store.ReadLagAsync(CancellationToken.None);

    private async Task WakeAsync(IEnumerable<SubmitOutcome> outcomes)
    {
        var partitions = outcomes.Where(outcome => outcome.Result is SubmitResult.Accepted or SubmitResult.Revised or SubmitResult.Withdrawn)
            .Select(outcome => PartitionRule.Of(outcome.Id, store.PartitionCount)).Distinct();
        foreach (var partition in partitions) await GrainFactory.GetGrain<IIntakeGrain>(partition).WakeAsync();
    }
}
