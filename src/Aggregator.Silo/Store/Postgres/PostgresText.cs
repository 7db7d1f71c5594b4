using System.Buffers;

namespace Aggregator.Store.Postgres;

/// <summary>
/// Text as the database takes it. It refuses U+0000, and halves of surrogate pairs are no UTF-8; each becomes U+FFFD, which is one UTF-16
/// unit as well, so that spans stay where they are.
/// </summary>
internal static class PostgresText
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspects = SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit)]);

    internal static string Storable(string text) => text.AsSpan().ContainsAny(Suspects) ? Replace(text) : text;

    private static string Replace(string text) => string.Create(text.Length, text, (units, from) =>
    {
        from.CopyTo(units);
        for (var at = 0; at < units.Length; at++)
        {
            if (char.IsHighSurrogate(units[at]) && at + 1 < units.Length && char.IsLowSurrogate(units[at + 1])) at++;
            else if (units[at] == '\0' || char.IsSurrogate(units[at])) units[at] = Replacement;
        }
    });
}
