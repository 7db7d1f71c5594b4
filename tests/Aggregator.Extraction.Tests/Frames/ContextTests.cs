using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>What a happening is about, and the codes that other event data know it by.</summary>
public sealed class ContextTests
{
    [Theory]
    [InlineData("Kenyan troops shelled a village in Somalia.", "attack", "military")]
    [InlineData("Ghana imposed tariffs on steel from Togo.", "sanction", "economic")]
    [InlineData("A court in Peru convicted a Chilean banker of bribery.", "disapproval", "legal")]
    [InlineData("A court in Peru convicted a Chilean banker of bribery.", "disapproval", "corruption")]
    [InlineData("Malta deported forty migrants to Libya.", "coercion", "migration")]
    [InlineData("Hackers stole data from Estonia.", "crime", "cyber")]
    [InlineData("The president of Kenya spoke by phone with the president of Norway.", "call", "diplomatic")]
    [InlineData("Thousands of Bolivians marched against the government over the election.", "protest", "election")]
    [InlineData("Chile sent vaccines and doctors to Haiti.", "aid", "health")]
    [InlineData("Iran tested a ballistic missile.", "deployment", "cbrn")]
    [InlineData("An earthquake struck Haiti.", "disaster", "environment")]
    [InlineData("Amnesty International condemned the torture of dissidents in Eritrea.", "disapproval", "human-rights")]
    [InlineData("Kenyan police arrested two terrorists in Mombasa.", "coercion", "terrorism")]
    public void Extract_Sentence_TellsWhatItIsAbout(string text, string kind, string context) =>
        Assert.Contains(Told.By(text), report => Wire.WireName.From(report.Kind) == kind && report.Contexts.Contains(context));

    [Fact]
    public void Extract_PlainSentence_HasNoContextThatNothingTells() =>
        Assert.DoesNotContain("military", Assert.Single(Told.By("The president of Kenya spoke by phone with the president of Norway.")).Contexts);

    [Theory]
    [InlineData("The president of Kenya spoke by phone with the president of Norway.", "CONSULT", "041")]
    [InlineData("Lithuania expelled two Belarusian diplomats.", "SANCTION", "161")]
    [InlineData("Argentine teachers went on strike.", "PROTEST", "143")]
    [InlineData("Turkish jets bombed Iraq.", "ASSAULT", "195")]
    [InlineData("France urged Mali to hold elections.", null, "020")]
    [InlineData("A typhoon hit the Philippines on Sunday.", null, null)]
    [InlineData("Burglars robbed a bank in Oslo.", "CRIME", null)]
    public void Extract_Sentence_CarriesPloverAndCameoCodes(string text, string? plover, string? cameo)
    {
        var report = Told.By(text)[0];
        Assert.Equal((plover, cameo), (report.Plover, report.Cameo));
    }

    [Fact]
    public void Codes_EveryKindThatIsTold_HasALine()
    {
        var codes = FrameSet.Load(null).Codes;
        foreach (var kind in Enum.GetValues<EventKind>().Except([EventKind.Casualties, EventKind.Disaster]))
        {
            var (plover, cameo) = codes.Of(kind, mode: null);
            Assert.True(plover is not null || cameo is not null, $"{kind} has no code.");
        }
    }

    [Fact]
    public async Task Load_FolderWithContexts_AddsThem()
    {
        var folder = Directory.CreateTempSubdirectory("contexts");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "contexts.tsv"), "fishing-rights\tword\ttrawler\n", TestContext.Current.CancellationToken);
            var reports = Extractor.Load(folder.FullName).Extract(Told.Document("Indonesia seized a Chinese trawler."), TestContext.Current.CancellationToken);
            Assert.Contains("fishing-rights", Assert.Single(reports).Contexts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
