using System.Text;

namespace Aggregator.Extraction.Figures;

/// <summary>By what people told of once are known again: their number, age and noun.</summary>
internal static class PeopleDescription
{
    private const Sense Passing = Sense.Indefinite | Sense.Definite | Sense.Others | Sense.Adverb | Sense.Severity | Sense.Comparator;

    /// <summary>The words that describe a newly introduced group, without articles; null for those who are known already.</summary>
    internal static string? Of(Atoms atoms, in PeopleGroup people)
    {
        if (people.Sort is not (PeopleSort.Indefinite or PeopleSort.Counted)) return null;
        var words = new StringBuilder();
        for (var i = people.First; i <= people.Last; i++)
            if (atoms[i].Kind != AtomKind.Mark && (atoms[i].Is(Sense.Person) || !atoms[i].Is(Passing)))
                words.Append(atoms.Form(i)).Append(' ');
        return words.ToString().TrimEnd().ToLowerInvariant();
    }

    /// <summary>Whether the noun says no more than that they are human beings.</summary>
    internal static bool IsPlain(Atoms atoms, in PeopleGroup people) =>
        atoms[people.Head].Is(Sense.Others) || atoms.IsWord(people.Head, "people") || atoms.IsWord(people.Head, "persons") || atoms.IsWord(people.Head, "person")
        || atoms.IsWord(people.Head, "victims") || atoms.IsWord(people.Head, "victim");

    /// <summary>"Flight MH17", "QZ8501": a craft by its number, which is nobody.</summary>
    internal static bool IsCraft(Atoms atoms, in PeopleGroup people)
    {
        if (people.Sort != PeopleSort.Definite) return false;
        for (var i = people.First; i <= people.Last; i++)
            if (atoms.IsWord(i, "flight") || (atoms[i].Capital && atoms.Form(i).ContainsAnyInRange('0', '9'))) return true;
        return atoms[people.Last + 1] is { Capital: true } behind && atoms.Form(people.Last + 1).ContainsAnyInRange('0', '9') && behind.Kind == AtomKind.Word;
    }

    /// <summary>Whether a word sets the group apart from those told of before.</summary>
    internal static bool IsFurther(Atoms atoms, in PeopleGroup people)
    {
        for (var i = people.First; i <= people.Last; i++)
            if (atoms[i].Is(Sense.Others) || (atoms[i].Is(Sense.Ordinal) && !atoms.IsWord(i, "first"))) return true;
        return false;
    }
}
