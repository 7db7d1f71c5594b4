namespace Aggregator.Extraction.Figures;

/// <summary>People whom their own noun says to be hurt: "four gunshot victims", "the two shooting victims".</summary>
internal static class VictimNouns
{
    /// <summary>Adds the groups of a sentence that no other rule has read.</summary>
    internal static void Read(FigureSentence sentence)
    {
        var atoms = sentence.Atoms;
        for (var g = 0; g < sentence.Groups.Count; g++)
        {
            var people = sentence.Groups[g];
            if (people.Sort != PeopleSort.Counted || people.Head < 1 || people.Count is not { Low: > 0 }) continue;
            if (!atoms[people.Head - 1].Is(Cue.Shot) || !IsVictim(atoms, people.Head)) continue;
            Victims.Add(sentence, new Harmed(g, CasualtyMeasure.Injured, people.First, people.Last, "victim-noun") { IsBlow = true }, rightward: false);
        }
    }

    private static bool IsVictim(Atoms atoms, int at) => atoms.IsWord(at, "victim") || atoms.IsWord(at, "victims");
}
