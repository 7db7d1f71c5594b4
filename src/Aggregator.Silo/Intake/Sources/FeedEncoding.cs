using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Aggregator.Intake;

/// <summary>
/// Finds out how a document's bytes are written, believing in turn: the byte order mark; the shape of UTF-16 and UTF-32;
/// bytes that could hardly be anything but UTF-8; what HTTP says; what the document says. The last resort is
/// UTF-8 with replacements where most of it is UTF-8, else Windows-1252.
/// </summary>
internal static partial class FeedEncoding
{
    private const int DeclarationLengthMax = 4_096;

    // Labels that mean more than they say, after the WHATWG Encoding Standard, and such as .NET does not know.
    private static readonly FrozenDictionary<string, string> Meant = new Dictionary<string, string>
    {
        ["us-ascii"] = "windows-1252", ["ascii"] = "windows-1252", ["iso-8859-1"] = "windows-1252", ["latin1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252", ["iso_8859-1"] = "windows-1252", ["cp1252"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254", ["iso-8859-11"] = "windows-874", ["tis-620"] = "windows-874",
        ["gb2312"] = "gb18030", ["gbk"] = "gb18030", ["x-gbk"] = "gb18030", ["gb_2312-80"] = "gb18030",
        ["euc-kr"] = "ks_c_5601-1987", ["cp949"] = "ks_c_5601-1987", ["windows-949"] = "ks_c_5601-1987",
        ["x-sjis"] = "shift_jis", ["sjis"] = "shift_jis", ["windows-31j"] = "shift_jis", ["big5-hkscs"] = "big5", ["x-big5"] = "big5",
        ["utf8"] = "utf-8", ["utf_8"] = "utf-8", ["cp1251"] = "windows-1251", ["cp1250"] = "windows-1250", ["koi8r"] = "koi8-r",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>The document's text, without a byte order mark.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="httpCharset">The charset of the Content-Type header, or null.</param>
    internal static string Decode(ReadOnlySpan<byte> bytes, string? httpCharset)
    {
        if (ByMark(bytes, out var markLength) is { } marked) return marked.GetString(bytes[markLength..]);
        if (ByShape(bytes) is { } wide) return wide.GetString(bytes);

        Encoding?[] said = [Find(httpCharset), Find(Declared(bytes))];
        var believed = said.FirstOrDefault(encoding => encoding is not null);
        if ((believed is null || believed.IsSingleByte || believed.CodePage == StrictUtf8.CodePage) && TryDecode(StrictUtf8, bytes, out var text))
            return text;
        foreach (var encoding in said)
        {
            if (encoding is not null && encoding.CodePage != StrictUtf8.CodePage && TryDecode(encoding, bytes, out text)) return text;
        }
        if (TryDecode(StrictUtf8, bytes, out text)) return text;
        return IsMostlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : Find("windows-1252")!.GetString(bytes);
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> bytes, out int length)
    {
        (var encoding, length) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            _ => ((Encoding?)null, 0),
        };
        // The mark of UTF-8 before bytes that are not: someone's editor put it there.
        return encoding == Encoding.UTF8 && !TryDecode(StrictUtf8, bytes, out _) && !IsMostlyUtf8(bytes) ? null : encoding;
    }

    private static Encoding? ByShape(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0, > 0, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [> 0, 0, 0, 0, ..] => Encoding.UTF32,
        [0, > 0, 0, > 0, ..] => Encoding.BigEndianUnicode,
        [> 0, 0, > 0, 0, ..] => Encoding.Unicode,
        _ => null,
    };

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLengthMax)]);
        var match = Declaration().Match(head);
        if (!match.Success) match = PageDeclaration().Match(head);
        return match.Success ? match.Groups[1].Value : null;
    }

    private static Encoding? Find(string? label)
    {
        var name = label?.Trim(' ', '\t', '"', '\'');
        if (string.IsNullOrEmpty(name)) return null;
        name = Meant.GetValueOrDefault(name, name);
        // UTF-7 can hide markup from whoever checks it, and UTF-16 and UTF-32 would have shown by their shape.
        if (name.StartsWith("utf-7", StringComparison.OrdinalIgnoreCase) || name.StartsWith("unicode", StringComparison.OrdinalIgnoreCase)) return null;
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase)) return null;
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return StrictUtf8;
        return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? FindBuiltIn(name);
    }

    private static Encoding? FindBuiltIn(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = encoding.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    /// <summary>True when sequences of several bytes are good UTF-8 more often than not.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (bytes.Length > 0)
        {
            var ascii = System.Text.Ascii.IsValid(bytes[0]);
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status != System.Buffers.OperationStatus.Done) bad++;
            else if (!ascii) good++;
            bytes = bytes[length..];
        }
        return good > bad;
    }

    [GeneratedRegex("""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex("""<meta\s[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageDeclaration();
}
