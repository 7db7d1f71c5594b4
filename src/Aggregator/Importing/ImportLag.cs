namespace Aggregator.Importing;

/// <summary>What waits in the server's inbox.</summary>
/// <param name="PendingCount">Articles.</param>
internal sealed record ImportLag(long PendingCount);
