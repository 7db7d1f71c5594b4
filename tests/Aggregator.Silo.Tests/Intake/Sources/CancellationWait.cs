namespace Aggregator.Intake;

/// <summary>Waits for a cancellation, as a server does for its client to leave.</summary>
internal static class CancellationWait
{
    internal static async Task WaitAsync(this CancellationToken cancellation)
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellation.Register(left.SetResult)) await left.Task;
    }
}
