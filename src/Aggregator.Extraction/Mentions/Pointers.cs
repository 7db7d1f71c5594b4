using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Pronouns, and descriptions that point back: "the country", "the group", "both sides".</summary>
internal static class Pointers
{
    public static Mention? Read(Draft draft, int at)
    {
        ref readonly var word = ref draft.Words[at];
        if (word.Is(WordClasses.Pronoun)) return Pronoun(draft, at);
        if (word.Is(WordClasses.Land | WordClasses.Group | WordClasses.Pair) && draft.Has(at, WordShape.Small)) return Description(draft, at);
        if (IsHeads(draft, at)) return Description(draft, at);
        return null;
    }

    /// <summary>A force's or office's noun that after "the" or "both" points back; null otherwise.</summary>
    public static Mention? Description(Draft draft, int at)
    {
        var before = at - 1;
        if (!draft.SameSentence(at, before)) return null;
        ref readonly var word = ref draft.Words[at];
        var both = draft.IsWord(before, "both");
        var two = draft.IsWord(before, "two") && (draft.IsWord(before - 1, "the") || draft.IsWord(before - 1, "these"));
        if ((word.Is(WordClasses.Pair) || IsHeads(draft, at)) && (both || two))
        {
            var pair = New(draft, two ? before - 1 : before, at + 1, "description.pair", plural: true);
            pair.Paired = IsHeads(draft, at) || draft.IsWord(at, "presidents") || draft.IsWord(at, "premiers") ? PairedOffice.Head : draft.IsWord(at, "ministers") ? PairedOffice.Minister : null;
            return pair;
        }
        var armed = false;
        for (var steps = 0; steps < 2 && IsArmed(draft, before); steps++, before--) armed = true;
        if (draft.Is(before, WordClasses.Modifier) && draft.Has(before, WordShape.Small) && draft.IsWord(before - 1, "the")) before--;
        if (!draft.IsWord(before, "the") && !draft.IsWord(before, "this") && !draft.IsWord(before, "that")) return null;
        if (word.Is(WordClasses.Land)) return New(draft, before, at + 1, "description.country", plural: false);
        return word.Is(WordClasses.Group) ? New(draft, before, at + 1, armed ? "description.armed" : "description.group", plural: false) : null;
    }

    /// <summary>"Both heads of state", "the two heads of government".</summary>
    private static bool IsHeads(Draft draft, int at) =>
        draft.IsWord(at, "heads") && draft.IsWord(at + 1, "of") && (draft.IsWord(at + 2, "state") || draft.IsWord(at + 2, "government"));

    /// <summary>"The extremist group", "the Islamist militant group": no body of states.</summary>
    private static bool IsArmed(Draft draft, int at) =>
        draft.IsWord(at, "extremist") || draft.IsWord(at, "militant") || draft.IsWord(at, "terrorist") || draft.IsWord(at, "terror") || draft.IsWord(at, "jihadist")
        || draft.IsWord(at, "Islamist") || draft.IsWord(at, "Islamic") || draft.IsWord(at, "insurgent") || draft.IsWord(at, "armed") || draft.IsWord(at, "rebel") || draft.IsWord(at, "separatist");

    private static Mention? Pronoun(Draft draft, int at)
    {
        ref readonly var word = ref draft.Words[at];
        if (word.Has(WordShape.AllCapitals)) return null;
        if (word.Is(WordClasses.It) && !word.Is(WordClasses.Possessive) && !IsReady(draft, at + 1) && (IsExpletive(draft, at + 1) || !Acts(draft, at + 1))) return null;
        var mention = New(draft, at, at + 1, "pronoun", word.Is(WordClasses.They));
        mention.Kind = MentionKind.Pronoun;
        mention.Gender = word.Is(WordClasses.He) ? Gender.Male : word.Is(WordClasses.She) ? Gender.Female : Gender.Unknown;
        return mention;
    }

    /// <summary>A verb follows: "it said", "it fired". Elsewhere "it" is mostly a thing or a fact ("denied it").</summary>
    private static bool Acts(Draft draft, int after)
    {
        if (!draft.Has(after, WordShape.Small)) return false;
        if (draft.Is(after, WordClasses.Speech)) return true;
        var form = draft.Form(after);
        if (form is "has" or "had" or "will" or "would" or "broke" or "took" or "held" or "sent" or "shot" or "fought" or "won" or "lost" or "made" or "began" or "led" or "set" or "put"
            or "hit" or "met" or "gave" or "withdrew" or "left" or "kept" or "built" or "bought" or "sold" or "struck" or "cut" or "sought" or "drew" or "threw" or "grew" or "ran") return true;
        return form.Length > 3 && (form.EndsWith("ed") || form.EndsWith("s") && !draft.Is(after, WordClasses.Function));
    }

    /// <summary>"It is ready to talk", "it is considering sanctions": somebody who can.</summary>
    private static bool IsReady(Draft draft, int after)
    {
        if (!draft.IsWord(after, "is") && !draft.IsWord(after, "was")) return false;
        if (draft.IsWord(after + 1, "not")) after++;
        if (!draft.Has(after + 1, WordShape.Small)) return false;
        var form = draft.Form(after + 1);
        return form is "ready" or "prepared" or "willing" or "unwilling" or "determined" or "committed" or "open"
            || (form.Length > 5 && form.EndsWith("ing") && form is not ("raining" or "snowing" or "becoming" or "getting" or "nothing" or "something" or "beginning"));
    }

    /// <summary>"It is clear that", "it seems": the word stands for nothing.</summary>
    private static bool IsExpletive(Draft draft, int after) =>
        draft.Has(after, WordShape.Clitic) || draft.IsWord(after, "is") || draft.IsWord(after, "was") || draft.IsWord(after, "seems")
        || draft.IsWord(after, "appears") || draft.IsWord(after, "remains") || draft.IsWord(after, "takes") || draft.IsWord(after, "took");

    private static Mention New(Draft draft, int first, int end, string rule, bool plural) =>
        new(draft.SpanOf(first, end), MentionKind.Description, rule)
        {
            FirstWord = first, EndWord = end, Sentence = draft.Words[first].Sentence, IsPlural = plural, IsDefinite = true,
        };
}
