using Xunit;

namespace Aggregator.Extraction.Lexicon;

public sealed class GazetteerFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_FolderWithNewEntry_KnowsItAndHasAnotherVersion()
    {
        Write("groups.tsv", "NSA:red-lake-front\tRed Lake Front\t=RLF\tTCD\trebel");
        var gazetteer = Gazetteer.Load(_folder);
        Assert.Equal("NSA:red-lake-front", gazetteer.Find("RLF")[0].Code);
        Assert.NotEqual(Gazetteer.Load().Version, gazetteer.Version);
    }

    [Fact]
    public void Load_FolderWithKnownKey_ReplacesTheBuiltInEntry()
    {
        Write("bodies.tsv", "# ours\n\nIGO:AU\tAfrican Union\tThe Union of Africa\tIGO\tAddis Ababa");
        var gazetteer = Gazetteer.Load(_folder);
        Assert.NotEmpty(gazetteer.Find("The Union of Africa"));
        Assert.DoesNotContain(gazetteer.Find("Organisation of African Unity"), sense => sense.Kind == SenseKind.Body);
    }

    [Fact]
    public void Load_FolderWithRemoval_ForgetsTheEntry()
    {
        Write("groups.tsv", "-Hamas");
        Assert.Empty(Gazetteer.Load(_folder).Find("Hamas"));
    }

    [Theory]
    [InlineData("places.tsv", "Nowhere\t\tKEN\tcity\t95\t10\t3", "-90 to 90")]
    [InlineData("places.tsv", "Nowhere\t\tKenya\tcity\t5\t10\t3", "ISO 3166")]
    [InlineData("outlets.tsv", "The Daily Reed\treed.example\treed\tleaflet\tKEN", "leaflet")]
    [InlineData("leaders.tsv", "Ana Ruiz\t\tPER\tforeign minister\tsoon", "soon")]
    [InlineData("leaders.tsv", "Ana Ruiz\t\tPER\tforeign minister\t2020\t2019", "before")]
    [InlineData("bodies.tsv", "XYZW\tReed Union", "XYZW")]
    [InlineData("names.tsv", "Reed\tz", "gender")]
    [InlineData("words.tsv", "reed\treedy", "reedy")]
    [InlineData("groups.tsv", "-No Such Group", "No Such Group")]
    public void Load_BadLine_IsRefusedWithFileLineAndReason(string file, string line, string reason)
    {
        Write(file, "# a comment\n" + line);
        var fault = Assert.Single(Assert.Throws<LexiconException>(() => Gazetteer.Load(_folder)).Faults);
        Assert.EndsWith(file, fault.File, StringComparison.Ordinal);
        Assert.Equal(2, fault.Line);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MissingFolder_IsRefused() =>
        Assert.Throws<DirectoryNotFoundException>(() => Gazetteer.Load(Path.Combine(_folder, "none")));

    [Fact]
    public void OutletOf_Subdomain_FindsTheOutlet()
    {
        Write("outlets.tsv", "The Daily Reed\treed.example\treed\tnewspaper\tKEN");
        var gazetteer = Gazetteer.Load(_folder);
        Assert.Equal("The Daily Reed", gazetteer.OutletOf("www.reed.example")?.Name);
        Assert.Null(gazetteer.OutletOf("breed.example"));
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text + "\n");
}
