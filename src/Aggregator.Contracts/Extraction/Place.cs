namespace Aggregator.Extraction;

/// <summary>Where something happened.</summary>
[GenerateSerializer, Immutable, Alias("place")]
public sealed record Place
{
    /// <summary>As the article names it.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>The country it is in, ISO 3166-1 alpha-3, or null when unknown or none (the high seas).</summary>
    [Id(1)] public PartyCode? Country { get; init; }

    /// <summary>Degrees north, WGS 84, or null when the gazetteer does not know it.</summary>
    [Id(2)] public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84, or null when the gazetteer does not know it.</summary>
    [Id(3)] public double? Longitude { get; init; }

    /// <summary>The gazetteer entry's own name, or null when it is in none.</summary>
    [Id(4)] public string? Entry { get; init; }
}
