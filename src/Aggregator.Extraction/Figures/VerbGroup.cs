namespace Aggregator.Extraction.Figures;

/// <summary>A word of harm with the auxiliaries, adverbs and sister verbs before it.</summary>
/// <param name="First">The index of the first atom of the group.</param>
/// <param name="Has">The senses of all the atoms before the word itself: whether there is a form of "be", a modal, a negation.</param>
/// <param name="Measure">What the word counts, joined with what its sisters count ("killed and wounded").</param>
/// <param name="IsBlow">Whether nothing but a blow is said.</param>
internal readonly record struct VerbGroup(int First, Sense Has, CasualtyMeasure Measure, bool IsBlow)
{
    private const Sense Inside = Sense.Be | Sense.Have | Sense.Modal | Sense.Not | Sense.Adverb | Sense.Severity;

    /// <summary>Whether it tells something that has not happened.</summary>
    internal bool IsUnreal => (Has & (Sense.Modal | Sense.Not | Sense.Intent)) != 0;

    /// <summary>The group that a word of harm ends.</summary>
    internal static VerbGroup Of(Atoms atoms, int at)
    {
        ref readonly var word = ref atoms[at];
        var measure = word.Lexeme.Measure;
        var blow = word.Is(Sense.Blow);
        var has = Sense.None;
        var first = at;
        while (first > 0)
        {
            ref readonly var before = ref atoms[first - 1];
            if (before.Is(Sense.Conjunction) && atoms[first - 2].Is(Sense.HarmVerb | Sense.HarmAdjective) && IsSister(atoms[first - 2], word))
            {
                measure = Join(measure, blow, atoms[first - 2], out blow);
                first -= 2;
            }
            else if (before.Is(Cue.Deadly) && before.Is(Sense.Severity)) (first, measure, blow) = (first - 1, CasualtyMeasure.Killed, false);
            else if (atoms.IsWord(first - 1, "both") && (first == 1 || atoms[first - 2].Kind == AtomKind.Mark || atoms[first - 2].Is(Sense.Conjunction | Sense.ClauseOpener))) break;
            else if (before.Is(Inside) && !before.Is(Sense.Person)) (first, has) = (first - 1, has | (before.Lexeme.Senses & Inside));
            else if (before.Is(Cue.Pronounced) && word.Is(Sense.HarmAdjective | Sense.Participle | Sense.Preposition))
            {
                // "and pronounced dead" needs no "was" of its own.
                if (word.Is(Sense.HarmAdjective) && !before.Is(Sense.HarmVerb)) has |= Sense.Be;
                first--;
            }
            else if (atoms.IsWord(first - 1, "to"))
            {
                if (HasIntent(atoms, first - 2)) has |= Sense.Intent;
                first--;
                if (!atoms[first - 1].Is(Sense.Have)) break;
            }
            else break;
        }
        return new VerbGroup(first, has, measure, blow);
    }

    private static bool IsSister(in Atom left, in Atom word) =>
        word.Is(Sense.Participle | Sense.Past | Sense.HarmAdjective) ? left.Is(Sense.Participle | Sense.Past | Sense.HarmAdjective)
        : (left.Lexeme.Senses & word.Lexeme.Senses & (Sense.Present | Sense.Gerund)) != 0;

    private static CasualtyMeasure Join(CasualtyMeasure measure, bool blow, in Atom sister, out bool stillBlow)
    {
        stillBlow = blow && sister.Is(Sense.Blow);
        if (blow) return sister.Lexeme.Measure;
        if (sister.Is(Sense.Blow) || sister.Lexeme.Measure == measure) return measure;
        return (measure, sister.Lexeme.Measure) is (CasualtyMeasure.Killed or CasualtyMeasure.Injured, CasualtyMeasure.Killed or CasualtyMeasure.Injured)
            ? CasualtyMeasure.Casualties : measure;
    }

    private static bool HasIntent(Atoms atoms, int from)
    {
        for (var i = from; i > from - 5; i--)
            if (atoms[i].Is(Sense.Intent)) return true;
        return false;
    }
}
