namespace Aggregator.Extraction.Mentions;

/// <summary>The names of a document's people: full names first told, and who a surname means.</summary>
internal sealed class PersonNames
{
    private readonly Dictionary<string, string> _fullBySurname = new(StringComparer.OrdinalIgnoreCase);

    public PersonNames(IEnumerable<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention.Leader is not null && mention.NameWords == 1) continue;
            if (mention.Kind != MentionKind.Person || mention.FullName is not { } name || !name.Contains(' ', StringComparison.Ordinal)) continue;
            _fullBySurname.TryAdd(Surname(name), name);
            if (mention.Leader is not null || mention.Rule.StartsWith("person.title", StringComparison.Ordinal)) _fullBySurname.TryAdd(First(name), name);
        }
    }

    /// <summary>The full name that a single name stands for in this document; null when none bears it.</summary>
    public string? FullOf(string name) => _fullBySurname.GetValueOrDefault(name);

    /// <summary>Whether two full names are of one person: the same first and last name, or one with a middle name more.</summary>
    public static string Key(string name)
    {
        if (!name.Contains(' ', StringComparison.Ordinal)) return "person:" + name;
        var trimmed = name.AsSpan().TrimEnd('.');
        foreach (var suffix in s_suffixes)
            if (trimmed.EndsWith(suffix, StringComparison.Ordinal)) return "person:" + First(name) + " " + Surname(name) + suffix;
        return "person:" + First(name) + " " + Surname(name);
    }

    /// <summary>"George W. Bush" and "George H.W. Bush": both have a middle name, and not the same.</summary>
    public static bool DifferInTheMiddle(string one, string other) =>
        Middle(one) is { Length: > 0 } middle && Middle(other) is { Length: > 0 } others && middle[0] != others[0];

    private static ReadOnlySpan<char> Middle(string name)
    {
        int first = name.IndexOf(' ', StringComparison.Ordinal), last = name.LastIndexOf(' ');
        return first < last ? name.AsSpan(first + 1, last - first - 1) : [];
    }

    public static string Surname(string name)
    {
        var trimmed = name.AsSpan().TrimEnd('.');
        foreach (var suffix in s_suffixes)
            if (trimmed.EndsWith(suffix, StringComparison.Ordinal)) trimmed = trimmed[..^suffix.Length];
        return trimmed[(trimmed.LastIndexOf(' ') + 1)..].ToString();
    }

    private static readonly string[] s_suffixes = [" Jr", " Sr", " II", " III", " IV"];

    private static string First(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? name : name[..space];
    }
}
