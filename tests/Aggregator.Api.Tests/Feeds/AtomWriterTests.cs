using System.Text;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Feeds;

public class AtomWriterTests
{
    private const string Server = "https://news.example.org/aggregator";

    [Fact]
    public void Write_PageWithAwkwardTexts_IsTheFileBesideThisTest()
    {
        var page = Sample.Page(Sample.Entry(7), Sample.Entry(8, EntryChange.Updated), Sample.Entry(9, EntryChange.Retracted));
        Assert.Equal(File.ReadAllText(FilePath), Encoding.UTF8.GetString(AtomWriter.Write(page, Server, long.MaxValue, 50)) + "\n");
    }

    [Fact]
    public void Write_NoEntries_IsAFeedUpdatedWhenItsTopicWas()
    {
        var text = Encoding.UTF8.GetString(AtomWriter.Write(Sample.Page(), Server, long.MaxValue, 50));
        Assert.Contains("<updated>2026-09-13T12:00:00.000Z</updated>", text);
        Assert.DoesNotContain("rel=\"next\"", text);
    }

    private static string FilePath => Path.Combine(AppContext.BaseDirectory, "Feeds", "island-talks.atom");
}
