namespace Aggregator.Extraction.Lexicon;

/// <summary>A noun that with a nationality names a party.</summary>
/// <param name="Name">The noun.</param>
/// <param name="Role">PLOVER's actor role, or null.</param>
/// <param name="Number"><c>plural</c>, <c>person</c>, <c>body</c>, or <c>thing</c>, which is a party only with a nationality.</param>
public sealed record ForceSense(string Name, string? Role, string Number) : Sense(SenseKind.Force, Name, null, Role);
