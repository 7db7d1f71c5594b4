using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Aggregator.Intake;

/// <summary>Text between tags: references decoded, characters that can't be text dropped.</summary>
internal static class XmlText
{
    private const int ReferenceLengthMax = 12;

    // What Windows-1252 has where Unicode has the control characters U+0080 to U+009F: nobody means those.
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 32).Where(code => code is not (9 or 10 or 13)).Concat(Enumerable.Range(0x7F, 33))
            .Concat([0xFFFE, 0xFFFF]).Select(code => (char)code)));

    /// <summary>Decodes references (XML's, HTML's by name, numbers; an ampersand alone is itself) and cleans.</summary>
    internal static string Decode(ReadOnlySpan<char> text)
    {
        var next = text.IndexOf('&');
        if (next < 0) return Clean(text);
        var decoded = new StringBuilder(text.Length);
        while (next >= 0)
        {
            decoded.Append(text[..next]);
            text = text[next..];
            var length = AppendReference(text, decoded);
            text = text[length..];
            next = text.IndexOf('&');
        }
        decoded.Append(text);
        return Clean(decoded.ToString());
    }

    /// <summary>Drops control characters and halves of surrogate pairs; reads U+0080 to U+009F as Windows does.</summary>
    internal static string Clean(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(Suspects) && !text.ContainsAnyInRange('\uD800', '\uDFFF')) return text.ToString();
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x80 and < 0xA0) clean.Append(Windows1252[rune.Value - 0x80]);
            else if (rune.Value is >= 32 and not (0x7F or 0xFFFE or 0xFFFF) or 9 or 10 or 13) clean.Append(rune);
        }
        return clean.ToString();
    }

    /// <summary>Appends what the reference at the start stands for; returns its length.</summary>
    private static int AppendReference(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        var end = text[..Math.Min(text.Length, ReferenceLengthMax)].IndexOf(';');
        var name = end > 1 ? text[1..end] : [];
        if (name.Length > 1 && name[0] == '#' && TryNumber(name[1..], out var code))
        {
            if (Rune.IsValid(code)) decoded.Append(new Rune(code));
            return end + 1;
        }
        if (name.Length > 0 && char.IsAsciiLetter(name[0]))
        {
            var reference = text[..(end + 1)].ToString();
            var letter = WebUtility.HtmlDecode(reference);
            if (letter != reference)
            {
                decoded.Append(letter);
                return end + 1;
            }
        }
        decoded.Append('&');
        return 1;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int code) => digits[0] is 'x' or 'X'
        ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code)
        : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code);
}
