using System.Text.RegularExpressions;
using Xunit;

namespace Aggregator.Intake;

/// <summary>Reads the feed files of other parsers' test suites, where the folder <c>../shared/data/feeds</c> is beside the repository.</summary>
public sealed partial class FeedFilesTests(ITestOutputHelper output)
{
    [Fact]
    public void Read_EveryFeedFile_IsReadOrRefusedWithReason()
    {
        var limits = new FeedLimits();
        var outcomes = new Dictionary<string, int>();
        foreach (var path in Files(".xml", ".json", ".atom", ".html"))
        {
            var reading = Read(path, out _);
            Assert.True(reading.IsRead || reading.Refusal.Detail.Length > 0, path);
            Assert.All(reading.Document?.Items ?? [], item => AssertWithin(item, limits));
            var outcome = reading.IsRead ? reading.Document.Repaired ? "repaired" : "read" : $"{reading.Refusal.Fault}";
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }
        output.WriteLine(string.Join(", ", outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}")));
    }

    [Fact]
    public void OpmlRead_EveryListFile_IsReadOrRefusedWithReason()
    {
        var (read, refused, feeds) = (0, 0, 0);
        foreach (var path in Files(".xml").Where(path => path.Contains("listparser", StringComparison.Ordinal)))
        {
            var reading = OpmlReader.Read(File.ReadAllBytes(path));
            Assert.True(reading.Refusal is null || reading.Refusal.Detail.Length > 0, path);
            // The OPML files are all lists; the others are in RDF, which is not read.
            Assert.True(reading.Refusal is null || !path.Contains("opml", StringComparison.Ordinal), path);
            if (reading.Refusal is null) read++;
            else refused++;
            feeds += reading.Outlines.Length;
        }
        output.WriteLine($"{read} lists with {feeds} feeds read, {refused} refused");
    }

    [Fact]
    public void Read_FilesWithExpectations_AreMostlyReadAsExpected()
    {
        var tally = new SortedDictionary<string, (int Met, int All)>();
        foreach (var path in Files(".xml", ".atom"))
        {
            var reading = Read(path, out var text);
            foreach (var expectation in FeedExpectations.Of(path, text))
            {
                var found = reading.IsRead ? FeedExpectations.Found(reading.Document, expectation.Field) : null;
                var met = FeedExpectations.Agree(found, expectation.Wanted);
                var (metCount, all) = tally.GetValueOrDefault(expectation.Field);
                tally[expectation.Field] = (metCount + (met ? 1 : 0), all + 1);
                if (!met) output.WriteLine($"{Path.GetFileName(path)}: {expectation.Field} is '{Cut(found)}', expected '{Cut(expectation.Wanted)}'");
            }
        }
        foreach (var (field, (met, all)) in tally) output.WriteLine($"{field}: {met} of {all}");
        var (metSum, sum) = (tally.Values.Sum(count => count.Met), tally.Values.Sum(count => count.All));
        output.WriteLine($"in all: {metSum} of {sum}");
        Assert.True(metSum >= 0.9 * sum, $"{metSum} of {sum}");
    }

    private static FeedReading Read(string path, out string text)
    {
        var bytes = File.ReadAllBytes(path);
        text = FeedEncoding.Decode(bytes, null);
        var contentType = ContentType().Match(text) is { Success: true } match ? match.Groups[1].Value.Trim() : null;
        var location = ContentLocation().Match(text) is { Success: true } said ? said.Groups[1].Value.Trim() : "http://127.0.0.1:8097/feed.xml";
        return FeedReader.Read(bytes, contentType, WebAddress.Resolve(location, new Uri("http://127.0.0.1:8097/")));
    }

    private static void AssertWithin(FeedItem item, FeedLimits limits)
    {
        Assert.InRange(item.Id.Length, 1, limits.LineLengthMax);
        Assert.InRange(item.Title.Length, 0, limits.LineLengthMax);
        Assert.InRange(item.Content?.Length ?? 0, 0, limits.TextLengthMax);
        Assert.InRange(item.Summary?.Length ?? 0, 0, limits.TextLengthMax);
    }

    private static string Cut(string? text) => text is null ? "" : text.Length > 90 ? text[..90] : text;

    private static List<string> Files(params string[] extensions)
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Aggregator.sln"))) root = Path.GetDirectoryName(root);
        var folder = Path.GetFullPath(Path.Combine(root ?? ".", "../shared/data/feeds"));
        Assert.SkipUnless(Directory.Exists(folder), $"No feed files: put other parsers' test feeds into {folder} to run this.");
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => extensions.Contains(Path.GetExtension(path))).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^\s*Header:\s*Content-type:([^\r\n]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ContentType();

    [GeneratedRegex(@"^\s*Header:\s*Content-Location:([^\r\n]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ContentLocation();
}
