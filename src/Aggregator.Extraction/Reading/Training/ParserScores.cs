using System.Globalization;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>How well a model reads a treebank, in percent of its words, punctuation included.</summary>
/// <param name="Words">How many words were scored.</param>
/// <param name="Upos">Universal tags right.</param>
/// <param name="Uas">Heads right.</param>
/// <param name="Las">Heads and relations right, subtypes aside, as the CoNLL shared tasks count.</param>
/// <param name="LasWithSubtypes">Heads and relations right, subtypes included.</param>
public sealed record ParserScores(int Words, double Upos, double Uas, double Las, double LasWithSubtypes)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"UPOS {Upos:F2}, UAS {Uas:F2}, LAS {Las:F2} (with subtypes {LasWithSubtypes:F2}) on {Words} words");
}
