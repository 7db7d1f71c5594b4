namespace Aggregator.Subscriptions;

/// <summary>How long a WebSub subscription holds before it must be renewed.</summary>
/// <param name="Shortest">Asked for less, this is granted.</param>
/// <param name="Usual">Granted where nothing is asked for.</param>
/// <param name="Longest">Asked for more, this is granted.</param>
public readonly record struct LeaseRule(TimeSpan Shortest, TimeSpan Usual, TimeSpan Longest)
{
    /// <summary>The lease that is granted, in whole seconds.</summary>
    /// <param name="askedSeconds">What is asked for, or null.</param>
    /// <param name="most">How long what the subscriber came in by holds, which the lease does not outlive; or null.</param>
    public TimeSpan Grant(long? askedSeconds, TimeSpan? most = null)
    {
        var granted = Grant(askedSeconds);
        return most < granted ? TimeSpan.FromSeconds(Math.Max(1, Math.Floor(most.Value.TotalSeconds))) : granted;
    }

    private TimeSpan Grant(long? askedSeconds)
    {
        if (askedSeconds is not { } asked) return Usual;
        return asked >= Longest.TotalSeconds ? Longest : asked <= Shortest.TotalSeconds ? Shortest : TimeSpan.FromSeconds(asked);
    }
}
