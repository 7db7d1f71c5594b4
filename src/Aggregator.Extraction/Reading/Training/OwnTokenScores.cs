using System.Globalization;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>How well raw text is read, each figure an F1 in percent.</summary>
/// <param name="Words">Words found with their exact span.</param>
/// <param name="Sentences">Sentences found with their exact span.</param>
/// <param name="Upos">Words found whose universal tag is right.</param>
/// <param name="Uas">Words found whose head is right.</param>
/// <param name="Las">Words found whose head and relation are right, subtypes aside.</param>
public sealed record OwnTokenScores(double Words, double Sentences, double Upos, double Uas, double Las)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"words {Words:F2}, sentences {Sentences:F2}, UPOS {Upos:F2}, UAS {Uas:F2}, LAS {Las:F2}");
}
