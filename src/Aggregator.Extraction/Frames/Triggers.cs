using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Checks the further words of triggers of several words.</summary>
internal static class Triggers
{
    private const int Reach = 3;

    /// <summary>Whether a verb has all these particles, prepositions or objects: "call off", "plead guilty", "set on fire".</summary>
    public static bool HasFurther(SentenceView view, int verb, string[] further)
    {
        // "Called off the search for them" calls for nothing: the particle right behind makes another verb of it.
        if (further.Length > 0 && view.IsForm(verb + 1, "off") && !further.Contains("off")) return false;
        // "Took place on the northern side" takes no side.
        if (further.Length > 0 && view.IsLemma(verb, "take") && view.Lemma(verb + 1 < view.Count ? verb + 1 : verb) is "place" or "part" or "note" && !further.Contains("place") && !further.Contains("part") && !further.Contains("note")) return false;
        foreach (var word in further)
            if (!HasWord(view, verb, word, alone: further.Length == 1)) return false;
        return true;
    }

    /// <summary>Whether these words stand directly before a noun: "car bomb", "phone call".</summary>
    public static bool StandBefore(SentenceView view, int noun, string[] words)
    {
        if (noun < words.Length) return false;
        for (var i = 0; i < words.Length; i++)
            if (!view.IsLemma(noun - words.Length + i, words[i]) && !view.IsForm(noun - words.Length + i, words[i])) return false;
        return true;
    }

    /// <summary>Whether a verb has one of its further words close by.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="word">The word.</param>
    /// <param name="alone">
    /// Whether it is the verb's only further word: then no object stands between the two. "Called the attack on them cruel" calls on nobody.
    /// </param>
    private static bool HasWord(SentenceView view, int verb, string word, bool alone)
    {
        // "Say no", but not "say no timeline was set".
        if (view.IsLemma(verb + 1, word) || (verb + 1 < view.Count && view.IsForm(verb + 1, word))) return word is not "no" || view.Relation(verb + 1) != Relation.Det;
        foreach (var child in view.Sentence.Children(verb))
        {
            if (child > verb && view.IsLemma(child, word) && child <= verb + (Reach * 4)) return true;
            // The preposition of an oblique close by: "open fire on", but not one at the sentence's end.
            if (view.Relation(child) is Relation.Obl or Relation.Advcl or Relation.Xcomp && child > verb && view.Case(child).SequenceEqual(word)
                // "Called for attacks in America" calls nobody in.
                && !(alone && word is "in")
                && !(alone && word is not ("out" or "off" or "from" or "away" or "back" or "under") && view.Child(verb, Relation.Obj) is var between and >= 0 && between < child && between > verb)) return true;
        }
        return false;
    }
}
