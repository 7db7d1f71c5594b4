using System.Globalization;
using Xunit;

namespace Aggregator.Extraction.Lexicon;

/// <summary>Holds the built-in places and outlets to the format that the lexicon's README states.</summary>
public sealed class GazetteerFilesTests
{
    private const int PlacesMin = 4000;
    private const int OutletsMin = 900;

    private static readonly string[] s_placeTypes =
    [
        "city", "town", "village", "district", "region", "island", "sea", "river", "lake", "mountain", "desert", "border", "base", "port",
        "airport", "landmark", "camp", "dam", "plant", "strait", "area", "continent",
    ];

    private static readonly string[] s_outletTypes = ["agency", "newspaper", "broadcaster", "site", "magazine"];
    private static readonly Gazetteer s_builtIn = Gazetteer.Load();
    private static readonly string[][] s_places = Read("places.tsv");
    private static readonly string[][] s_outlets = Read("outlets.tsv");

    [Fact]
    public void Places_AreEnough() => Assert.True(s_places.Length >= PlacesMin, $"{s_places.Length} places");

    [Fact]
    public void Outlets_AreEnough() => Assert.True(s_outlets.Length >= OutletsMin, $"{s_outlets.Length} outlets");

    [Fact]
    public void Places_EveryLine_IsWellFormed() => Assert.All(s_places, fields =>
    {
        Assert.Equal(7, fields.Length);
        Assert.NotEmpty(fields[0]);
        Assert.True(fields[2].Length == 0 || s_builtIn.States.ContainsKey(fields[2]), $"{fields[0]}: country {fields[2]}");
        Assert.Contains(fields[3], s_placeTypes);
        Assert.InRange(Number(fields[4]), -90, 90);
        Assert.InRange(Number(fields[5]), -180, 180);
        Assert.InRange(Number(fields[6]), 1, 5);
    });

    [Fact]
    public void Places_EveryLine_LiesInABoxAroundItsCountry() => Assert.All(
        s_places.Where(fields => fields[2].Length > 0),
        fields => Assert.True(CountryBoxes.Hold(fields[2], Number(fields[4]), Number(fields[5])), $"{fields[0]} is not in {fields[2]}"));

    [Fact]
    public void Outlets_EveryLine_IsWellFormed() => Assert.All(s_outlets, fields =>
    {
        Assert.Equal(5, fields.Length);
        Assert.NotEmpty(fields[0]);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", fields[2]);
        Assert.Contains(fields[3], s_outletTypes);
        Assert.True(s_builtIn.States.ContainsKey(fields[4]), $"{fields[0]}: country {fields[4]}");
    });

    [Fact]
    public void Places_NameCountryAndType_AreThereOnce() => Assert.Empty(Repeated(s_places.Select(fields => (fields[0], fields[2], fields[3]))));

    [Fact]
    public void Outlets_NamesAndDomains_AreThereOnce()
    {
        Assert.Empty(Repeated(s_outlets.Select(fields => fields[0])));
        Assert.Empty(Repeated(s_outlets.SelectMany(fields => Domains(fields))));
    }

    [Fact]
    public void Names_OfOneEntry_AreThereOnce() =>
        Assert.All(s_places.Concat(s_outlets), fields => Assert.Empty(Repeated<string>([fields[0], .. List(fields[1])])));

    [Fact]
    public void Places_EveryName_IsFound() => Assert.All(
        s_places.SelectMany(fields => List(fields[1]).Prepend(fields[0])),
        name => Assert.Contains(s_builtIn.Find(name.TrimStart('=')), sense => sense.Kind == SenseKind.Place));

    [Theory]
    [InlineData("Khan Yunis", "PSE", 31.34, 34.3)]
    [InlineData("Deir Ezzor", "SYR", 35.34, 40.14)]
    [InlineData("El Fasher", "SDN", 13.63, 25.35)]
    [InlineData("Goma", "COD", -1.68, 29.22)]
    [InlineData("Maiduguri", "NGA", 11.83, 13.15)]
    public void Find_KnownPlace_LiesWhereItLies(string name, string code, double latitude, double longitude)
    {
        var place = s_builtIn.Find(name).OfType<PlaceSense>().Where(sense => (sense.Code ?? "") == code).MinBy(sense => sense.Rank);
        Assert.NotNull(place);
        Assert.InRange(place.Latitude, latitude - 1, latitude + 1);
        Assert.InRange(place.Longitude, longitude - 1, longitude + 1);
    }

    [Theory]
    [InlineData("Tripoli", "LBY", "LBN")]
    public void Find_SharedName_GivesEveryBearer(string name, params string[] codes)
    {
        var found = s_builtIn.Find(name).Select(sense => sense.Code).ToHashSet();
        Assert.All(codes, code => Assert.Contains(code, found));
    }

    [Theory]
    [InlineData("thesun.co.uk", "thetimes.com")]
    [InlineData("wsj.com", "nypost.com")]
    [InlineData("ria.ru", "sputnikglobe.com")]
    [InlineData("iltalehti.example.dawn.com", "www.dawn.com")]
    public void OutletOf_DomainsOfOneOwner_ShareTheFamily(string one, string other) =>
        Assert.Equal(s_builtIn.OutletOf(one)!.Family, s_builtIn.OutletOf(other)!.Family);

    [Theory]
    [InlineData("apnews.com", "Associated Press")]
    [InlineData("24.kg", "24.kg news agency")]
    [InlineData("38north.org", "38 North")]
    public void OutletOf_Domain_NamesItsOutlet(string domain, string name) => Assert.Equal(name, s_builtIn.OutletOf(domain)?.Name);

    [Theory]
    [InlineData("Reuters", "TASS")]
    [InlineData("Reuters", "Xinhua")]
    [InlineData("AFP", "AP")]
    public void Find_AgenciesOfDifferentOwners_AreOfDifferentFamilies(string one, string other) =>
        Assert.NotEqual(Family(one), Family(other));

    private static string Family(string name) => s_builtIn.Find(name).OfType<OutletSense>().First().Family;

    private static string[][] Read(string name)
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream("lexicon/" + name)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n');
        return [.. lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
    }

    private static string[] List(string field) => field.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Domains(string[] fields) =>
        List(fields[1]).Where(name => name.Contains('.', StringComparison.Ordinal) && !char.IsUpper(name[0]) && !name.Contains(' ', StringComparison.Ordinal));

    private static double Number(string field) => double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static IEnumerable<T> Repeated<T>(IEnumerable<T> items) => items.GroupBy(item => item).Where(group => group.Count() > 1).Select(group => group.Key);
}
