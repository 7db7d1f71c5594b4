using Xunit;

namespace Aggregator.Extraction;

public sealed class ExtractorVersionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Version_SameFiles_IsTheSame()
    {
        var version = Extractor.Load().Version;

        Assert.Equal(version, Extractor.Load(_folder.FullName).Version);
        Assert.Matches("^[0-9a-f-]{32,128}$", version);
    }

    [Theory]
    [InlineData("places.tsv", "Quillhaven\t\tCAN\tcity\t50.1\t-66.2\t3\n")]
    [InlineData("classes.tsv", "weather\tdrizzle\n")]
    public void Version_AnotherLine_IsAnother(string file, string line)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, file), line);

        Assert.NotEqual(Extractor.Load().Version, Extractor.Load(_folder.FullName).Version);
    }
}
