using System.Buffers;

namespace Aggregator.Wire;

/// <summary>What the characters of ids may be: unreserved in a URL path, visible in a log, safe in a file name.</summary>
internal static class TextRule
{
    private static readonly SearchValues<char> IdLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:~-");

    private static readonly SearchValues<char> SlugLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private static readonly SearchValues<char> HexLetters = SearchValues.Create("0123456789abcdef");

    internal static bool IsId(string? text, int lengthMax) =>
        text is { Length: > 0 } && text.Length <= lengthMax && text is not ("." or "..") && !text.AsSpan().ContainsAnyExcept(IdLetters);

    internal static bool IsSlug(string? text, int lengthMax) =>
        text is { Length: > 0 } && text.Length <= lengthMax && text[0] != '-' && text[^1] != '-'
        && !text.AsSpan().ContainsAnyExcept(SlugLetters);

    internal static bool IsHex(string text) => !text.AsSpan().ContainsAnyExcept(HexLetters);
}
