namespace Aggregator.Extraction.Lexicon;

/// <summary>An office, rank or form of address.</summary>
/// <param name="Name">The title as the entry writes it first: <c>foreign minister</c>.</param>
/// <param name="Role">PLOVER's actor role of who holds it, or null when only the body tells.</param>
/// <param name="Sort">What sort of office: <c>head</c>, <c>foreign</c>, <c>spokesman</c>, <c>mr</c>, …; two titles of one sort may be one office.</param>
public sealed record OfficeSense(string Name, string? Role, string Sort) : Sense(SenseKind.Office, Name, null, Role);
