using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>Weighs where: a rare place shared tells more than a capital; other places contradict unless one holds the other or lies close by.</summary>
internal static class PlaceEvidence
{
    private const double NearKm = 40;

    internal static void Weigh(Account told, Account known, Rarity rarity, Weighing evidence)
    {
        if (told.Place is not { } a || known.Place is not { } b) return;
        if (string.Equals(a.Entry ?? a.Name, b.Entry ?? b.Name, StringComparison.OrdinalIgnoreCase))
            evidence.Add("place", Math.Min(1, 0.2 * rarity.Of(Term.Place(a))), $"both in {a.Name}");
        else if (a.Country is { } country && country == b.Country)
            WeighWithinCountry(a, b, country, evidence);
        else if (a.Country is not null && b.Country is not null)
            evidence.Add("place", -20, $"{a.Name} and {b.Name}");
    }

    /// <summary>Whether two places are told that are not one, nor close by, nor the one within the other.</summary>
    internal static bool Contradicts(Account told, Account known) =>
        told.Place is { } a && known.Place is { } b && !string.Equals(a.Entry ?? a.Name, b.Entry ?? b.Name, StringComparison.OrdinalIgnoreCase)
        && (a.Country is null || a.Country != b.Country ? a.Country is not null && b.Country is not null : !IsWide(a) && !IsWide(b) && DistanceKm(a, b) > NearKm);

    private static void WeighWithinCountry(Place a, Place b, PartyCode country, Weighing evidence)
    {
        if (IsWide(a) || IsWide(b))
        {
            evidence.Add("place", 0, $"both in {country}");
            return;
        }
        var km = DistanceKm(a, b);
        evidence.Add("place", km <= NearKm ? 0.25 : -1.5, $"{a.Name} and {b.Name}, {km:0} km apart");
    }

    // A whole country does not contradict a city of it. The gazetteer's country entries have no coordinates.
    private static bool IsWide(Place place) => place.Latitude is null || place.Longitude is null;

    private static double DistanceKm(Place a, Place b)
    {
        var (lat, other) = (double.DegreesToRadians(a.Latitude!.Value), double.DegreesToRadians(b.Latitude!.Value));
        var across = double.DegreesToRadians(b.Longitude!.Value - a.Longitude!.Value);
        var cosine = Math.Sin(lat) * Math.Sin(other) + Math.Cos(lat) * Math.Cos(other) * Math.Cos(across);
        return 6_371 * Math.Acos(Math.Clamp(cosine, -1, 1));
    }
}
