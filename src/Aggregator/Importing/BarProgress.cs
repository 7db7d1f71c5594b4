using Spectre.Console;

namespace Aggregator.Importing;

/// <summary>A bar, for a terminal.</summary>
internal sealed class BarProgress(ProgressTask task) : IImportProgress
{
    /// <inheritdoc/>
    public void Advance(long bytes, ImportTally tally)
    {
        task.Increment(bytes);
        task.Description = Markup.Escape(tally.ToString());
    }
}
