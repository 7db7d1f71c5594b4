namespace Aggregator.Hosting;

/// <summary>What part of the server a process is.</summary>
internal enum ServerRole
{
    /// <summary>The stages and the API.</summary>
    All,

    /// <summary>The stages; over HTTP only probes and metrics.</summary>
    Silo,

    /// <summary>The API, which asks the stages of other processes.</summary>
    Api,
}
