using System.Text.RegularExpressions;

namespace Aggregator.Intake;

/// <summary>Tells a text that holds HTML from one that merely holds an angle bracket or an ampersand.</summary>
internal static partial class MarkupSign
{
    /// <summary>True when the text has an HTML tag or a character reference.</summary>
    internal static bool In(string text) => text.AsSpan().ContainsAny('<', '&') && Sign().IsMatch(text);

    [GeneratedRegex(
        @"&(?:[a-z][a-z0-9]{1,30}|\#\d{1,7}|\#x[0-9a-f]{1,6});|<!--|</?(?:a|abbr|acronym|address|b|big|blockquote|br|center|cite|code|del|dfn|div|em|
        font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|nobr|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul|
        var|wbr)(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Sign();
}
