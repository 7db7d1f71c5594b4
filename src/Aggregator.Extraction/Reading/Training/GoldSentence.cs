namespace Aggregator.Extraction.Reading.Training;

/// <summary>One sentence of a treebank. A head of <c>Forms.Length</c> is the root's; multiword tokens are taken apart.</summary>
/// <param name="Text">The sentence as it was written; empty when the file does not say.</param>
/// <param name="Forms">Its words.</param>
/// <param name="Tags">Their universal and Penn tags.</param>
/// <param name="Heads">Their heads' indexes; the root's head is one past the last word.</param>
/// <param name="Relations">Their relations.</param>
/// <param name="BeginsParagraph">Whether a paragraph or document begins with it.</param>
internal sealed record GoldSentence(
    string Text, string[] Forms, (Upos Upos, Penn Penn)[] Tags, int[] Heads, Relation[] Relations, bool BeginsParagraph)
{
    /// <summary>How many words it has.</summary>
    internal int Count => Forms.Length;
}
