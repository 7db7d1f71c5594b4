namespace Aggregator.Feeds;

/// <summary>The first row of comma-separated values.</summary>
internal static class CsvHead
{
    internal static byte[] Of(IEnumerable<string> columns)
    {
        var csv = new CsvText();
        foreach (var column in columns) csv.Word(column);
        csv.End();
        return csv.ToBytes();
    }
}
