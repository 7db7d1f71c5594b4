namespace Aggregator.Extraction.Reading;

/// <summary>English dictionary forms by rule, with the irregular words listed.</summary>
public static class Lemmatizer
{
    /// <summary>How many units a dictionary form may have more than the word: "would" for "'d".</summary>
    public const int GrowthMax = 4;

    private static readonly WordPairs s_pronouns = WordPairs.Forms(
        "i me, he him, she her, we us, they them, who whom, it 't");

    private static readonly WordPairs s_determiners = WordPairs.Forms("a an, this these, that those");

    private static readonly WordPairs s_adjectives = WordPairs.Forms(
        """
        good better best, bad worse worst, far farther farthest further furthest, much more most, little less least, many more,
        big bigger biggest, large larger largest, great greater greatest, high higher highest, low lower lowest, old older oldest
        elder eldest, young younger youngest, new newer newest, small smaller smallest, late later latest, early earlier earliest,
        strong stronger strongest, weak weaker weakest, close closer closest, near nearer nearest, long longer longest, short shorter
        shortest, wide wider widest, broad broader broadest, deep deeper deepest, heavy heavier heaviest, fierce fiercer fiercest,
        deadly deadlier deadliest, bloody bloodier bloodiest, hard harder hardest, tough tougher toughest, safe safer safest, rich
        richer richest, poor poorer poorest, fast faster fastest, slow slower slowest, easy easier easiest, cheap cheaper cheapest,
        soon sooner soonest, few fewer fewest, tall taller tallest, busy busier busiest, happy happier happiest, simple simpler
        simplest, harsh harsher harshest, severe severer severest, tight tighter tightest, hot hotter hottest, cold colder coldest
        """);

    private static readonly WordPairs s_adverbs = WordPairs.Forms(
        "well better best, badly worse worst, far farther farthest further furthest, much more most, little less least, long longer longest");

    /// <summary>Writes the dictionary form of a word, in lower case.</summary>
    /// <param name="form">The word as the text has it.</param>
    /// <param name="tag">Its part of speech: "left" is "leave" as a verb and itself as an adjective.</param>
    /// <param name="lemma">Room for it: at least <see cref="GrowthMax"/> units more than the form has.</param>
    /// <returns>The units written.</returns>
    public static int Write(ReadOnlySpan<char> form, Upos tag, Span<char> lemma)
    {
        var word = lemma[..form.Length];
        for (var i = 0; i < form.Length; i++)
            word[i] = form[i] is '\u2019' or '\u2018' ? '\'' : char.ToLowerInvariant(form[i]);
        return tag switch
        {
            Upos.Verb or Upos.Aux => VerbLemma.Write(word, lemma),
            Upos.Noun => NounLemma.Write(word, lemma),
            Upos.Pron => Listed(s_pronouns, word, lemma, s_determiners),
            Upos.Det => Listed(s_determiners, word, lemma),
            Upos.Adj => Listed(s_adjectives, word, lemma),
            Upos.Adv => Listed(s_adverbs, word, lemma),
            Upos.Part => word is "n't" or "nt" ? Put("not", lemma) : word.Length,
            _ => word.Length,
        };
    }

    internal static int Put(ReadOnlySpan<char> word, Span<char> lemma)
    {
        word.CopyTo(lemma);
        return word.Length;
    }

    private static int Listed(WordPairs list, ReadOnlySpan<char> word, Span<char> lemma, WordPairs? second = null)
    {
        if (list.TryGet(word, out var found)) return Put(found, lemma);
        return second is null ? word.Length : Listed(second, word, lemma);
    }
}
