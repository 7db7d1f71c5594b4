using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Remembers acronyms that a document defines, "Lake Basin Development Council (LBDC)", and reads them from there on.</summary>
internal static class Acronyms
{
    private const int LettersMin = 2;
    private const int LettersMax = 10;

    public static void Define(Draft draft)
    {
        var mentions = draft.Mentions;
        var defined = new Dictionary<string, Mention>(StringComparer.Ordinal);
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            if (mention.NameSpan.Length is < LettersMin or > LettersMax) continue;
            var written = draft.Text.Substring(mention.NameSpan.Start, mention.NameSpan.Length);
            if (!draft.Has(mention.FirstWord, WordShape.AllCapitals)) continue;
            if (defined.TryGetValue(written, out var full)) Copy(full, mention);
            else if (i > 0 && IsDefinition(draft, mentions[i - 1], mention, written))
            {
                defined.Add(written, mentions[i - 1]);
                Copy(mentions[i - 1], mention);
            }
        }
    }

    private static bool IsDefinition(Draft draft, Mention full, Mention acronym, string letters) =>
        full.Kind is MentionKind.Body or MentionKind.ArmedGroup or MentionKind.Name or MentionKind.Outlet or MentionKind.Force or MentionKind.Person
        && acronym.FirstWord == full.EndWord + 1 && draft.IsMark(full.EndWord, '(') && draft.IsMark(acronym.EndWord, ')')
        && Abbreviates(letters, draft.Text.AsSpan(full.Span.Start, full.Span.Length));

    /// <summary>Whether every letter begins a word of the name, in order; words may be passed over.</summary>
    internal static bool Abbreviates(ReadOnlySpan<char> letters, ReadOnlySpan<char> name)
    {
        var next = 0;
        var begins = true;
        foreach (var unit in name)
        {
            if (next < letters.Length && begins && char.ToUpperInvariant(unit) == letters[next]) next++;
            begins = !char.IsLetterOrDigit(unit);
        }
        return next == letters.Length;
    }

    private static void Copy(Mention full, Mention acronym)
    {
        if (full.Kind is MentionKind.Name or MentionKind.Person) (full.Kind, full.Rule) = (MentionKind.Body, "body.acronym");
        acronym.Kind = full.Kind;
        acronym.Code = full.Code;
        acronym.Role = full.Role;
        acronym.FullName = full.FullName;
        acronym.IsInferred = false;
        acronym.Rule = "acronym.defined";
    }
}
