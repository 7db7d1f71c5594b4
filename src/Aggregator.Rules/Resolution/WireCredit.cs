using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>
/// Finds the agency whose text an article carries: named in brackets in the dateline ("BATON ROUGE, La. (AP) –"), on a byline of its own, or in
/// the copyright line at the end.
/// </summary>
internal static class WireCredit
{
    private const int HeadChars = 400;
    private const int TailChars = 300;
    private const int LineLengthMax = 80;

    /// <summary>The agency's family, or null.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="outlets">The outlets known.</param>
    internal static string? Of(string text, IOutletDirectory outlets)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, HeadChars));
        return InBrackets(head, outlets) ?? OnByline(head, outlets) ?? InCopyright(text.AsSpan(Math.Max(0, text.Length - TailChars)), outlets);
    }

    // "(AP)", "(Reuters)", "(WWJ/AP)".
    private static string? InBrackets(ReadOnlySpan<char> head, IOutletDirectory outlets)
    {
        for (var open = head.IndexOf('('); open >= 0; open = Next(head, open, '('))
        {
            var length = head[(open + 1)..].IndexOf(')');
            if (length is <= 1 or > LineLengthMax) continue;
            foreach (var name in head.Slice(open + 1, length).ToString().Split(['/', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (Agency(name, outlets) is { } agency) return agency;
        }
        return null;
    }

    // A line that has a name and an agency only: "By Jane Doe, Associated Press", "Reuters".
    private static string? OnByline(ReadOnlySpan<char> head, IOutletDirectory outlets)
    {
        foreach (var range in head.Split('\n'))
        {
            var line = head[range].Trim();
            if (line.Length is 0 or > LineLengthMax) continue;
            foreach (var name in line.ToString().Split([',', '|', '–', '—'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (Agency(WithoutBy(name), outlets) is { } agency) return agency;
        }
        return null;
    }

    // "Copyright 2016 The Associated Press. All rights reserved.", "© Agence France-Presse".
    private static string? InCopyright(ReadOnlySpan<char> tail, IOutletDirectory outlets)
    {
        var mark = tail.LastIndexOf('©');
        if (mark < 0) mark = tail.LastIndexOf("copyright", StringComparison.OrdinalIgnoreCase);
        if (mark < 0) return null;
        var words = tail[mark..].ToString().Split([' ', '\n', '.', ',', '©', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Take(10).ToList();
        for (var length = 3; length >= 1; length--)
            for (var at = 0; at + length <= words.Count; at++)
                if (char.IsUpper(words[at][0]) && Agency(string.Join(' ', words.Skip(at).Take(length)), outlets) is { } agency) return agency;
        return null;
    }

    private static string? Agency(string name, IOutletDirectory outlets) => outlets.Find(name) is { IsAgency: true } found ? found.Family : null;

    private static string WithoutBy(string name) =>
        name.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? name[3..].TrimStart()
        : name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..].TrimStart() : name;

    private static int Next(ReadOnlySpan<char> head, int at, char mark) => head[(at + 1)..].IndexOf(mark) is var next && next < 0 ? -1 : at + 1 + next;
}
