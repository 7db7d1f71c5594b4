namespace Aggregator.Commands;

/// <summary>What the commands' exit codes mean.</summary>
internal static class ExitCodes
{
    /// <summary>All was done.</summary>
    internal const int Done = 0;

    /// <summary>The arguments are off (the command line parser's own code).</summary>
    internal const int BadArguments = 1;

    /// <summary>Done, but some input was refused: each is named on standard error.</summary>
    internal const int SomeRefused = 2;

    /// <summary>It could not start: a file, the store or an address could not be opened.</summary>
    internal const int CannotStart = 3;

    /// <summary>Stopped before the end; what was acknowledged is kept, and the command can be run again.</summary>
    internal const int Stopped = 4;
}
