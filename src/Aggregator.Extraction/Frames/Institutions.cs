using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// An article's institutions by their fuller names: "police said", "the ministry added" mean the Nakuru police and the Ministry of Health that were named before.
/// </summary>
internal sealed class Institutions
{
    private static readonly string[] s_nouns =
    [
        "police", "ministry", "army", "military", "navy", "government", "department", "agency", "authority", "office", "court", "commission", "council", "committee", "hospital",
        "university", "company", "union", "fund", "institute", "bureau", "tribunal", "administration", "service", "command", "embassy", "party", "foundation", "organization",
        "organisation", "observatory", "centre", "center", "network", "sheriff", "coroner", "association", "federation", "bank", "airline", "group", "corps", "guard",
    ];

    /// <summary>The fuller names of each noun, in the order of the text.</summary>
    private readonly Dictionary<string, List<(int Start, string Name)>> _named = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gathers the names of a document.</summary>
    public Institutions(DocumentMentions mentions, string text)
    {
        foreach (var mention in mentions.All)
            if (mention.Kind is MentionKind.Body or MentionKind.Force or MentionKind.Name) Add(mention.Span, text);
    }

    /// <summary>The attribution with the institution's fuller name in place of its bare noun, where the text has named one before it.</summary>
    public Attribution Complete(Attribution said) =>
        said is { Claimant: { } claimant, Span: { } span } && NameBefore(claimant, span.Start) is { } name
            ? said with { Claimant = name, Rule = said.Rule + ", named in full before" } : said;

    private string? NameBefore(string claimant, int start)
    {
        if (!IsInstitution(claimant) || !_named.TryGetValue(claimant, out var names)) return null;
        var next = names.FindIndex(named => named.Start >= start);
        return next < 0 ? names[^1].Name : next > 0 ? names[next - 1].Name : null;
    }

    /// <summary>"Nakuru police", "the Ministry of Health": the noun that is left when the name is not repeated.</summary>
    private void Add(TextSpan span, string text)
    {
        var name = text.AsSpan(span.Start, span.Length).Trim();
        if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) name = name[4..];
        var space = name.IndexOf(' ');
        if (space < 0 || !HasName(name)) return;
        foreach (var noun in (ReadOnlySpan<string>)[name[..space].ToString(), name[(name.LastIndexOf(' ') + 1)..].ToString()])
        {
            if (!IsInstitution(noun)) continue;
            if (!_named.TryGetValue(noun, out var names)) _named.Add(noun, names = []);
            names.Add((span.Start, name.ToString()));
            return;
        }
    }

    /// <summary>Whether a word other than the noun bears a capital.</summary>
    private static bool HasName(ReadOnlySpan<char> name)
    {
        foreach (var range in name.Split(' '))
            if (name[range] is [var first, ..] && char.IsUpper(first) && !IsInstitution(name[range])) return true;
        return false;
    }

    private static bool IsInstitution(ReadOnlySpan<char> noun)
    {
        foreach (var known in s_nouns)
            if (noun.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
