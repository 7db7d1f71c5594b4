namespace Aggregator.Importing;

/// <summary>Shows how an import gets on.</summary>
internal interface IImportProgress
{
    /// <summary>A batch was answered.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="tally">What became of all lines so far.</param>
    void Advance(long bytes, ImportTally tally);
}
