namespace Aggregator.Extraction.Figures;

/// <summary>Joins an expression of harm to the people that it is said of.</summary>
internal static class Predicates
{
    /// <summary>Adds the people that an expression is said of: its subject, or those right before it ("with nine in critical condition").</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The atom that begins the expression, behind its auxiliaries.</param>
    /// <param name="end">The last atom of the expression.</param>
    /// <param name="measure">What came to them.</param>
    /// <param name="rule">The rule's name.</param>
    /// <param name="isBlow">Whether they may have died of it.</param>
    internal static void Add(FigureSentence sentence, int at, int end, CasualtyMeasure measure, string rule, bool isBlow = false)
    {
        var verb = VerbGroup.Of(sentence.Atoms, at);
        if (verb.IsUnreal) return;
        var finite = (verb.Has & (Sense.Be | Sense.Have)) != 0 || sentence.Atoms[at].Is(Sense.Have) || sentence.Atoms[at].Is(Cue.Fled)
            || (sentence.Atoms[at].Is(Cue.Suffered) && !sentence.Atoms[at].Is(Sense.Preposition));
        var group = finite ? Subjects.Before(sentence, verb.First, at) : Subjects.Beside(sentence, verb.First);
        if (group >= 0) Victims.Add(sentence, new Harmed(group, measure, verb.First, end, rule) { IsBlow = isBlow }, rightward: false);
    }
}
