using Aggregator.Extraction.Mentions;

namespace Aggregator.Extraction.Figures;

/// <summary>Names of people by their looks: two capitalised words or more in a row, or a unit that was handed in.</summary>
internal static class Names
{
    private const Sense Known = Sense.Month | Sense.Weekday | Sense.Definite | Sense.Indefinite | Sense.Preposition | Sense.Conjunction | Sense.ClauseOpener
        | Sense.Be | Sense.Have | Sense.Modal | Sense.Small | Sense.Tens | Sense.Saying | Sense.Pronoun | Sense.Person | Sense.No | Sense.Nobody | Sense.Not
        | Sense.Labelled | Sense.Ordinal | Sense.Vague | Sense.Dozen | Sense.HarmVerb | Sense.HarmNoun | Sense.Adverb | Sense.Others | Sense.Thing;

    private const int WordsMax = 5;

    /// <summary>The atom behind the person's name that begins here; the same one when none does. Mentions, where given, decide.</summary>
    internal static int End(Atoms atoms, int at, DocumentMentions? mentions)
    {
        if (!atoms[at].Capital) return at;
        if (mentions?.At(atoms[at].End - 1) is { } mention && mention.Kind is not MentionKind.Name) return mention.Kind == MentionKind.Person ? Behind(atoms, at, mention.Span.End) : at;
        if (atoms[at].Kind == AtomKind.Name) return at + 1;
        var end = at;
        while (end - at < WordsMax && IsNamePart(atoms, end, end > at)) end++;
        return end - at >= 2 || (end > at && IsNameAlone(atoms, at)) ? end : at;
    }

    private static int Behind(Atoms atoms, int at, int end)
    {
        while (at < atoms.Count && atoms[at].Start < end) at++;
        return at;
    }

    private static bool IsNamePart(Atoms atoms, int at, bool inside)
    {
        ref readonly var atom = ref atoms[at];
        if (inside && atom.Glued) return false;
        return atom.Kind == AtomKind.Word && atom.Capital && atom.Length > 1 && !atom.Is(Known) && !IsAllCapitals(atoms.Form(at));
    }

    /// <summary>One capitalised word that no rule knows, with an age or a predicate behind it.</summary>
    private static bool IsNameAlone(Atoms atoms, int at)
    {
        if (atoms[at].Lexeme.Senses != Sense.None || atoms[at].Glued) return false;
        ref readonly var next = ref atoms[at + 1];
        return next.Is(Sense.Be | Sense.SufferVerb | Sense.HarmVerb | Sense.Have) || (next.IsMark(',') && atoms[at + 2].Kind == AtomKind.Digits);
    }

    private static bool IsAllCapitals(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('A', 'Z') < 0;
}
