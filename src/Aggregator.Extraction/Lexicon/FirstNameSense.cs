namespace Aggregator.Extraction.Lexicon;

/// <summary>A first name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Letter"><c>m</c>, <c>f</c> or <c>u</c> for either.</param>
public sealed record FirstNameSense(string Name, char Letter) : Sense(SenseKind.FirstName, Name, null, null);
