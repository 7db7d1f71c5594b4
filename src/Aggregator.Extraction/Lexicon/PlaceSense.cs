namespace Aggregator.Extraction.Lexicon;

/// <summary>A place.</summary>
/// <param name="Name">The main name.</param>
/// <param name="Code">Country, ISO 3166-1 alpha-3, or null on the high seas.</param>
/// <param name="Type">City, region, river, …: the README of the files lists them.</param>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
/// <param name="Rank">1 (known to every reader) to 5 (known locally).</param>
public sealed record PlaceSense(string Name, string? Code, string Type, double Latitude, double Longitude, int Rank)
    : Sense(SenseKind.Place, Name, Code, null);
