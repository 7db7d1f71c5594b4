namespace Aggregator.Extraction.Reading;

/// <summary>Kinds of characters that tokens and sentences are told by.</summary>
internal static class Marks
{
    /// <summary>White space, and the characters that are drawn as nothing.</summary>
    internal static bool IsSpace(char unit) =>
        char.IsWhiteSpace(unit) || unit is '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' || (char.IsControl(unit) && unit < '\u0080');

    internal static bool IsLineBreak(char unit) => unit is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085';

    /// <summary>Letters, digits, and what stands in the middle of a word: combining marks, soft hyphens, joiners.</summary>
    internal static bool IsWord(char unit) => char.IsLetterOrDigit(unit) || unit is '_' or '\u00AD' or '\u200C' or '\u200D'
        || (unit >= '\u0300' && char.GetUnicodeCategory(unit) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark);

    internal static bool IsApostrophe(char unit) => unit is '\'' or '\u2019' or '\u02BC';

    /// <summary>Marks that may close a quotation or bracket behind a full stop.</summary>
    internal static bool IsCloser(char unit) => unit is '"' or '\'' or '\u201D' or '\u2019' or ')' or ']' or '\u00BB' or '}';

    internal static bool IsOpener(char unit) => unit is '"' or '\'' or '\u201C' or '\u2018' or '(' or '[' or '\u00AB' or '{';

    internal static bool IsDash(char unit) => unit is '-' or '\u2010' or '\u2012' or '\u2013' or '\u2014' or '\u2015';
}
