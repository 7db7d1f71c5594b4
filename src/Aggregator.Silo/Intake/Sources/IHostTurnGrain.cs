namespace Aggregator.Intake;

/// <summary>
/// Lets one request at a time go to a host, whichever sources ask, with a pause between them. Key: the host's name. It keeps nothing:
/// after a crash the host is merely asked without the pause once.
/// </summary>
[Alias("aggregator.host-turn")]
internal interface IHostTurnGrain : IGrainWithStringKey
{
    /// <summary>Waits for a turn. A turn that is not given back ends by itself.</summary>
    /// <param name="holder">Who asks; new for each turn.</param>
    /// <returns>The turn, or how long to stay away.</returns>
    [Alias("take")]
    Task<HostTurn> TakeAsync(Guid holder);

    /// <summary>Gives a turn back; one that has ended already is no harm.</summary>
    /// <param name="holder">Who asked for it.</param>
    /// <param name="patience">How long the host asked to be left alone, or null.</param>
    [Alias("give-back")]
    Task GiveBackAsync(Guid holder, TimeSpan? patience);
}
