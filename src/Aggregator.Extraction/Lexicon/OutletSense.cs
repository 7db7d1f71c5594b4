namespace Aggregator.Extraction.Lexicon;

/// <summary>A news agency, newspaper, broadcaster or site.</summary>
/// <param name="Name">The main name.</param>
/// <param name="Code">Where it is based, ISO 3166-1 alpha-3, or null.</param>
/// <param name="Family">Publisher family: the same for outlets under one owner.</param>
/// <param name="Type"><c>agency</c>, <c>newspaper</c>, <c>broadcaster</c>, <c>site</c> or <c>magazine</c>.</param>
public sealed record OutletSense(string Name, string? Code, string Family, string Type) : Sense(SenseKind.Outlet, Name, Code, "MED");
