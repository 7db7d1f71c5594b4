using System.Text;
using Aggregator.Extraction;
using Aggregator.Resolution;
using Xunit;

namespace Aggregator.Feeds;

public class ExportRowsTests
{
    [Fact]
    public void Of_AwkwardTexts_AreQuotedAndNoFormulas()
    {
        var entry = Sample.Entry(7);
        var rows = Text(EventRows.Of([entry with { Event = entry.Event with { Headline = "=HYPERLINK(\"http://x\"), \"two\"\nlines" } }]));
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\"), \"\"two\"\"\nlines\"", rows);
        Assert.EndsWith("\r\n", rows);
    }

    [Fact]
    public void Of_Claims_AreOneRowEach()
    {
        var entry = Sample.Entry(7);
        var claim = new CasualtyClaim
        {
            Figure = new CasualtyFigure { Measure = CasualtyMeasure.Killed, Count = new CountRange(14, null), Claimant = "the mayor" }, FirstPublishedAt = entry.RecordedAt,
            LastPublishedAt = entry.RecordedAt, Reports = [entry.Event.Reports[0]], ReportCount = 1,
        };
        var rows = Text(ClaimRows.Of([entry with { Event = entry.Event with { Claims = [claim, claim] } }])).Split("\r\n");
        Assert.Equal(3, rows.Length);
        Assert.StartsWith("7,added,e-1,call,killed,14,,", rows[0]);
        Assert.Equal(Columns(Text(ClaimRows.Head()).TrimEnd()), Columns(rows[0]));
        Assert.Equal(Columns(Text(EventRows.Head()).TrimEnd()), Columns(Text(EventRows.Of([entry])).TrimEnd()));
    }

    // The sample has no comma within a value.
    private static int Columns(string row) => row.Split(',').Length;

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
