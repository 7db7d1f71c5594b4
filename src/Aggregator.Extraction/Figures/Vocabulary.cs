using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Figures;

/// <summary>The words that the grammars of figures and dates know, looked up without allocation.</summary>
internal static class Vocabulary
{
    /// <summary>The senses of a word of harm, whose measure counts.</summary>
    internal const Sense HarmSenses = Sense.HarmVerb | Sense.SufferVerb | Sense.HarmAdjective | Sense.HarmNoun | Sense.Toll;

    private const int WordLengthMax = 24;

    private static readonly WordTable<Lexeme> s_words = Build();

    /// <summary>What is known of a word, in any case, with or without a full stop at its end; nothing for a long or unknown one.</summary>
    internal static Lexeme Find(ReadOnlySpan<char> word)
    {
        if (word.Length > WordLengthMax) return default;
        Span<char> lower = stackalloc char[WordLengthMax];
        lower = lower[..word.Length];
        for (var i = 0; i < word.Length; i++) lower[i] = char.IsAsciiLetterLower(word[i]) ? word[i] : word[i] == '’' ? '\'' : char.ToLowerInvariant(word[i]);
        if (s_words.TryGetValue(lower, out var found)) return found;
        return lower.Length > 1 && lower[^1] == '.' && s_words.TryGetValue(lower[..^1], out found) ? found : default;
    }

    private static WordTable<Lexeme> Build()
    {
        var words = new Dictionary<string, Lexeme>(StringComparer.Ordinal);
        foreach (var (word, lexeme) in NumberWords.All.Concat(TimeWords.All).Concat(GrammarWords.All).Concat(PeopleWords.All).Concat(HarmWords.All).Concat(CueWords.All))
            words[word] = words.TryGetValue(word, out var known) ? known.With(lexeme) : lexeme;
        return new WordTable<Lexeme>(words);
    }

    /// <summary>Entries of the same meaning for words separated by white space.</summary>
    internal static IEnumerable<(string Word, Lexeme Lexeme)> Each(string words, Lexeme lexeme) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => (word, lexeme));

    /// <summary>Entries whose values count up from <paramref name="first"/>; forms of one value are joined by '|'.</summary>
    internal static IEnumerable<(string Word, Lexeme Lexeme)> Counting(string words, Sense sense, int first, int step = 1) =>
        words.Split(' ').SelectMany((forms, at) => forms.Split('|').Select(word => (word, new Lexeme(sense, first + (at * step)))));
}
