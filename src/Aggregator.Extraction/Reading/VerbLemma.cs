using System.Buffers;

namespace Aggregator.Extraction.Reading;

/// <summary>Infinitives of verbs.</summary>
internal static class VerbLemma
{
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    /// <summary>Puts the infinitive of a lower-cased verb in place.</summary>
    internal static int Write(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (VerbWords.Irregular.TryGet(word, out var found)) return Lemmatizer.Put(found, lemma);
        if (word.Length < 4 || VerbWords.Bases.Contains(word)) return word.Length;
        if (word.EndsWith("ing")) return Restore(word, word.Length - 3, lemma);
        if (word.EndsWith("ied")) return Put(lemma, word.Length - 3, 'y');
        if (word.EndsWith("eed")) return word.Length - 1;
        if (word.EndsWith("ed")) return Restore(word, word.Length - 2, lemma);
        if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) return ThirdPerson(word, lemma);
        return word.Length;
    }

    private static int ThirdPerson(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (word.EndsWith("ies")) return word.Length > 4 ? Put(lemma, word.Length - 3, 'y') : word.Length - 1;
        if (!word.EndsWith("es")) return word.Length - 1;
        var stem = word[..^2];
        var takesEs = stem.EndsWith("ss") || stem.EndsWith("sh") || stem.EndsWith("zz") || stem[^1] == 'x' || stem[^1] == 'o'
            || (stem.EndsWith("ch") && stem is not "ach") || stem is "focus" or "bias" or "canvas";
        return word.Length - (takesEs ? 2 : 1);
    }

    /// <summary>Makes the infinitive of what is left without -ed or -ing: undoes a doubled consonant, or puts the e back.</summary>
    private static int Restore(ReadOnlySpan<char> word, int length, Span<char> lemma)
    {
        var stem = word[..length];
        if (!stem.ContainsAny(s_vowels)) return word.Length;
        if (VerbWords.WithoutE.Contains(stem)) return length;
        if (VerbWords.WithE.Contains(stem)) return Put(lemma, length, 'e');
        if (length > 3 && stem[^1] == stem[^2])
        {
            var isKept = stem[^1] is 's' or 'z' or 'f' or 'e' or 'o' || (stem[^1] == 'l' && !VerbWords.EndInOneL.Contains(stem[..^1]));
            return isKept ? length : length - 1;
        }
        return EndedInE(stem) ? Put(lemma, length, 'e') : length;
    }

    private static bool EndedInE(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 2) return stem[^1] is 'u' or 'c';
        char last = stem[^1], before = stem[^2];
        var third = stem.Length > 2 ? stem[^3] : '\0';
        var isPair = IsVowel(before) && IsVowel(third) && !(before == 'a' && third is 'i' or 'u')
            && !(third == 'u' && stem.Length > 3 && stem[^4] == 'q');
        return last switch
        {
            'v' or 'c' or 'u' => true,
            'z' => before is not ('z' or 't'),
            's' => before is not 's',
            'g' => before is 'd' or 'r' || IsVowel(before),
            't' => before switch { 'a' => !isPair || third is 'i' or 'u', 'u' => third != 'o', 'o' => third != 'o', _ => false },
            'd' => before is 'a' or 'i' or 'o' or 'u' && !isPair,
            'r' => before is 'a' or 'i' or 'u' && !isPair,
            'l' => before is 'b' or 'p' or 'd' or 'g' or 't' or 'k' or 'f' or 'z' or 'c' or 's' or 'y',
            'n' => before == 'i' && !isPair,
            'm' => (before is 'a' or 'u' && !isPair) || (before == 'o' && third == 'c'),
            'k' => before is 'a' or 'i' or 'o' or 'u' && !isPair,
            'p' => before == 'y' || (before == 'a' && !isPair),
            'b' => before == 'i',
            _ => false,
        };
    }

    private static bool IsVowel(char unit) => unit is 'a' or 'e' or 'i' or 'o' or 'u';

    private static int Put(Span<char> lemma, int at, char unit)
    {
        lemma[at] = unit;
        return at + 1;
    }
}
