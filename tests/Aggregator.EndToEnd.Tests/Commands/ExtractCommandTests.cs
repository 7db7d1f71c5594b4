using System.Text;
using System.Text.Json;
using Aggregator.Commands;
using Aggregator.Extraction;
using Xunit;

namespace Aggregator.EndToEnd.Commands;

public sealed class ExtractCommandTests
{
    private const string Article = """{"id":"a-NUMBER","published":"2025-03-14","title":"","text":"Turkey imposed sanctions on Syria.","unknown":[1]}""";

    [Fact]
    public async Task Extract_ManyArticles_KeepsTheirOrder()
    {
        var input = string.Join('\n', Enumerable.Range(0, 200).Select(number => Article.Replace("NUMBER", $"{number}", StringComparison.Ordinal)));
        var (lines, _, _, bad) = await RunAsync(input);
        Assert.Equal(0, bad);
        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"a-{number}"), lines.Select(line => line.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Extract_Report_HasTheFixedMembers()
    {
        var (lines, _, _, _) = await RunAsync(Article);
        var report = Assert.Single(lines[0].GetProperty("reports").EnumerateArray());
        Assert.Equal("sanction", report.GetProperty("kind").GetString());
        Assert.Equal("occurred", report.GetProperty("status").GetString());
        Assert.Equal(0, report.GetProperty("start").GetInt32());
        Assert.Equal("Turkey imposed sanctions on Syria".Length, report.GetProperty("length").GetInt32());
        Assert.Equal("TUR", Assert.Single(report.GetProperty("actors").EnumerateArray()).GetString());
        Assert.Equal("SYR", Assert.Single(report.GetProperty("recipients").EnumerateArray()).GetString());
        foreach (var member in (string[])["names", "place", "date", "casualties"]) Assert.True(report.TryGetProperty(member, out _), member);
    }

    [Theory]
    [InlineData("nonsense", "Not JSON")]
    [InlineData("[1]", "Not a JSON object")]
    [InlineData("""{"id":"a","published":"2025-03-14"}""", "text is missing")]
    [InlineData("""{"published":"2025-03-14","text":""}""", "id is missing")]
    [InlineData("""{"id":"a","published":"soon","text":""}""", "no date")]
    [InlineData("""{"id":"a b","published":"2025-03-14","text":""}""", "Not an article id")]
    [InlineData("""{"id":"a","published":"2025-03-14","text":"\ud800"}""", "")]
    public async Task Extract_BadLine_IsNamedAndTheOthersAreKept(string bad, string reason)
    {
        var (lines, complaints, read, refused) = await RunAsync($"{Article}\n\n{bad}\n{Article}\n");
        Assert.Equal(2, lines.Count);
        Assert.Equal((3L, 1L), (read, refused));
        Assert.StartsWith("line 3: ", complaints, StringComparison.Ordinal);
        Assert.Contains(reason, complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extract_FaultOfTheProgram_CostsTheOneLine()
    {
        var (lines, complaints, _, refused) = await RunAsync($"{Article}\n{Article.Replace("Turkey", "FAULT", StringComparison.Ordinal)}\n{Article}", new FaultyExtractor());
        Assert.Equal((2, 1L), (lines.Count, refused));
        Assert.StartsWith("line 2: It could not be read into reports", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extract_LineTooLong_IsRefusedWithoutBeingHeld()
    {
        var (lines, complaints, _, refused) = await RunAsync(new string('x', LineReader.LineBytesMax + 10) + "\n" + Article);
        Assert.Single(lines);
        Assert.Equal(1, refused);
        Assert.Contains("longer than", complaints, StringComparison.Ordinal);
    }

    private static async Task<(List<JsonElement> Lines, string Complaints, long Read, long Refused)> RunAsync(string input, IExtractor? extractor = null)
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var target = new MemoryStream();
        using var complaints = new StringWriter();
        var (read, refused) = await ExtractCommand.ExtractAsync(
            extractor ?? Extractor.Load(), source, target, complaints, threads: 2, TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(target.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return ([.. lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))], complaints.ToString(), read, refused);
    }

    private sealed class FaultyExtractor : IExtractor
    {
        public string Version => "faulty";

        public IReadOnlyDictionary<string, string> PartyNames => new Dictionary<string, string>();

        public IReadOnlyList<Report> Extract(Document document, CancellationToken cancellation = default) =>
            document.Text.Contains("FAULT", StringComparison.Ordinal) ? throw new InvalidOperationException("Broken.") : [];
    }
}
