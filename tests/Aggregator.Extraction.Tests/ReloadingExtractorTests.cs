using Aggregator.Extraction.Lexicon;
using Xunit;

namespace Aggregator.Extraction;

public sealed class ReloadingExtractorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon-");
    private int _writings;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Refresh_ChangedFile_IsInForce()
    {
        Write("groups.tsv", "NSA:reed-front\tReed Front\t\tTCD\trebel");
        var extractor = new ReloadingExtractor(_folder.FullName);
        var before = extractor.Version;
        Write("groups.tsv", "NSA:reed-front\tReed Front\t\tTCD\trebel\nNSA:lake-front\tLake Front\t\tTCD\trebel");

        Assert.True(extractor.Refresh());
        Assert.NotEqual(before, extractor.Version);
        Assert.Equal("Lake Front", extractor.PartyNames["NSA:lake-front"]);
        Assert.Equal(Extractor.Load(_folder.FullName).Version, extractor.Version);
    }

    [Fact]
    public void Refresh_NothingChanged_KeepsTheVersion()
    {
        Write("groups.tsv", "NSA:reed-front\tReed Front\t\tTCD\trebel");
        var extractor = new ReloadingExtractor(_folder.FullName);
        var before = extractor.Version;
        Write("groups.tsv", "NSA:reed-front\tReed Front\t\tTCD\trebel");

        Assert.False(extractor.Refresh());
        Assert.Equal(before, extractor.Version);
    }

    [Fact]
    public void Refresh_WrongFile_IsRefusedWithFileAndLineOnce_AndTheOldStaysInForce()
    {
        var extractor = new ReloadingExtractor(_folder.FullName);
        var before = extractor.Version;
        Write("places.tsv", "# ours\nNowhere\t\tKEN\tcity\t95\t10\t3");

        var fault = Assert.Single(Assert.Throws<LexiconException>(() => extractor.Refresh()).Faults);
        Assert.Equal(2, fault.Line);
        Assert.EndsWith("places.tsv", fault.File, StringComparison.Ordinal);
        Assert.False(extractor.Refresh());
        Assert.Equal(before, extractor.Version);
        Write("places.tsv", "Quillhaven\t\tKEN\tcity\t-1\t37\t3");
        Assert.True(extractor.Refresh());
        Assert.NotEqual(before, extractor.Version);
    }

    [Fact]
    public void Load_WrongFolder_IsRefused() =>
        Assert.Throws<DirectoryNotFoundException>(() => new ReloadingExtractor(Path.Combine(_folder.FullName, "none")));

    /// <summary>Writes a file as at a later minute, so that its time differs whatever the file system's grain.</summary>
    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, ++_writings, 0, DateTimeKind.Utc));
    }
}
