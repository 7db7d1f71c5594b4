namespace Aggregator.Commands;

/// <summary>What is wrong with a line: the line itself, or this program, which then goes on with the next one.</summary>
internal static class LineFault
{
    /// <summary>The fault in one sentence.</summary>
    /// <param name="fault">What reading the line threw.</param>
    internal static string Of(Exception fault) =>
        fault is FormatException ? fault.Message : $"It could not be read into reports, by a fault of this program ({fault.GetType().Name}: {fault.Message}).";
}
