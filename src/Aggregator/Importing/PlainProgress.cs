namespace Aggregator.Importing;

/// <summary>Plain lines, for logs and pipes: one each few thousand articles.</summary>
internal sealed class PlainProgress(TextWriter output) : IImportProgress
{
    private const long LineEvery = 2_000;

    private long _next = LineEvery;

    /// <inheritdoc/>
    public void Advance(long bytes, ImportTally tally)
    {
        if (tally.LineCount < _next) return;
        _next = tally.LineCount + LineEvery;
        output.WriteLine($"{tally.LineCount} lines: {tally}");
    }
}
