namespace Aggregator.Extraction.Reading;

/// <summary>What a model file says about itself.</summary>
/// <param name="Provenance">What it was trained from, and how.</param>
/// <param name="Licence">Licences and attribution of what it was trained from.</param>
/// <param name="Scores">How well it reads, on which text; empty when it was not evaluated.</param>
public sealed record ModelCard(string Provenance, string Licence, string Scores);
