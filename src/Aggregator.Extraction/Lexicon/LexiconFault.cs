namespace Aggregator.Extraction.Lexicon;

/// <summary>A line of a lexicon file that was refused.</summary>
/// <param name="File">The file's name; with its folder when it is the user's.</param>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record LexiconFault(string File, int Line, string Reason)
{
    /// <summary><c>places.tsv:12: reason</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
