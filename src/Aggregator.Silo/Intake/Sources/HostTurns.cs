namespace Aggregator.Intake;

/// <summary>Fetches in turn: one request at a time a host, over all silos.</summary>
internal sealed class HostTurns(WebFetcher fetcher, IGrainFactory grains)
{
    /// <summary>Fetches when the host's turn comes; a turn that does not come is a failure <c>host-busy</c> with the time to wait.</summary>
    internal async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        var host = grains.GetGrain<IHostTurnGrain>(request.Address.IdnHost.ToLowerInvariant());
        var holder = Guid.NewGuid();
        var turn = await host.TakeAsync(holder);
        if (!turn.Granted) return new FetchResult.Failed(PollResult.HostBusy, "The host had other requests to answer, or asked to be left alone.", turn.Wait);
        FetchResult? result = null;
        try
        {
            result = await fetcher.FetchAsync(request, cancellation);
            return result;
        }
        finally
        {
            await host.GiveBackAsync(holder, result is FetchResult.Failed { Code: "http-429" or "http-503", RetryAfter: { } patience } ? patience : null);
        }
    }
}
