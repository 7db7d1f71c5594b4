using System.Buffers;
using System.Text;

namespace Aggregator.Feeds;

/// <summary>Writes lines of a calendar: texts escaped, lines folded at 75 octets and ended by CRLF (RFC 5545, sections 3.1 and 3.3.11).</summary>
internal sealed class CalendarText
{
    private const int LineBytesMax = 75;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>A property whose value stands as it is.</summary>
    internal CalendarText Line(string name, string value)
    {
        var line = Encoding.UTF8.GetBytes($"{name}:{value}");
        var (at, room) = (0, LineBytesMax);
        while (line.Length - at > room)
        {
            var end = at + room;
            // A character is never cut in the middle: what follows the first byte of one begins with the bits 10.
            while ((line[end] & 0xC0) == 0x80) end--;
            _bytes.Write(line.AsSpan(at..end));
            _bytes.Write("\r\n "u8);
            // The space counts.
            (at, room) = (end, LineBytesMax - 1);
        }
        _bytes.Write(line.AsSpan(at));
        _bytes.Write("\r\n"u8);
        return this;
    }

    /// <summary>A property whose value is a text.</summary>
    internal CalendarText Text(string name, string value) => Line(name, Escape(value));

    /// <summary>A property whose value is a list of texts.</summary>
    internal CalendarText Texts(string name, IEnumerable<string> values) => Line(name, string.Join(',', values.Select(Escape)));

    internal byte[] ToBytes() => _bytes.WrittenSpan.ToArray();

    internal static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var letter in value)
        {
            if (letter is '\\' or ';' or ',') escaped.Append('\\').Append(letter);
            else if (letter == '\n') escaped.Append("\\n");
            else if (letter == '\t' || !char.IsControl(letter)) escaped.Append(letter);
        }
        return escaped.ToString();
    }
}
