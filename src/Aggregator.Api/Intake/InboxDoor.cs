using System.Collections.Immutable;
using Aggregator.Http;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>Hands submissions to the inbox, and says what it means for a request when they are not taken.</summary>
internal sealed partial class InboxDoor(IGrainFactory grains, ILogger<InboxDoor> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Submits a batch. Where there is a refusal nothing of the batch is acknowledged; handing it in again does no harm.</summary>
    /// <param name="batch">1 to 1,000 submissions.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    internal async Task<(ImmutableArray<SubmitOutcome> Outcomes, Problem? Refusal)> SubmitAsync(
        ImmutableArray<Submission> batch, CancellationToken cancellation)
    {
        try
        {
            var reply = await grains.GetGrain<IIntakeGateGrain>(0).SubmitAsync(batch.AsImmutable(), cancellation);
            return reply.RetryAfter is { } pause ? ([], Busy(pause)) : (reply.Outcomes, null);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogNotTaken(logger, batch.Length, fault);
            var known = Faults.Describe(fault);
            return ([], known.RetryAfter is not null ? known : new Problem(ProblemKind.Unavailable, "The inbox did not answer. Try again.") { RetryAfter = Pause });
        }
    }

    private static Problem Busy(TimeSpan pause) =>
        new(ProblemKind.Busy, "More articles wait to be read than may. Hand these in again later; what was kept already is recognised.") { RetryAfter = pause };

    [LoggerMessage(LogLevel.Error, "The inbox did not take {Count} submissions.")]
    private static partial void LogNotTaken(ILogger logger, int count, Exception fault);
}
