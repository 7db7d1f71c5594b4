using System.Buffers;
using System.Globalization;
using System.Text;

namespace Aggregator.Feeds;

/// <summary>Writes rows of comma-separated values (RFC 4180), UTF-8.</summary>
internal sealed class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly StringBuilder _rows = new();
    private bool _isBegun;

    internal CsvText Number(long? value) => Raw(value?.ToString(CultureInfo.InvariantCulture));

    internal CsvText Number(double? value) => Raw(value?.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A value of ours: a name, a code, an id, a moment.</summary>
    internal CsvText Word(string? value) => Raw(value);

    /// <summary>
    /// A text that comes from an article. One that a spreadsheet would take for a formula gets an apostrophe before it, so that nobody's news runs as a
    /// program (https://owasp.org/www-community/attacks/CSV_Injection).
    /// </summary>
    internal CsvText Text(string? value) => Raw(value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value);

    internal CsvText Moment(DateTimeOffset value) => Raw(FeedXml.Moment(value));

    internal void End()
    {
        _rows.Append("\r\n");
        _isBegun = false;
    }

    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(_rows.ToString());

    private CsvText Raw(string? value)
    {
        if (_isBegun) _rows.Append(',');
        _isBegun = true;
        if (value is null) return this;
        if (value.AsSpan().IndexOfAny(Quoted) < 0) _rows.Append(value);
        else _rows.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }
}
