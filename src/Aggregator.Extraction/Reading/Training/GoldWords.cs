namespace Aggregator.Extraction.Reading.Training;

/// <summary>Prepares a treebank's words as the reader does a text's.</summary>
internal static class GoldWords
{
    internal static void Fill(IReadOnlyList<string> forms, TagDictionary dictionary, Span<WordTraits> words)
    {
        for (var i = 0; i < forms.Count; i++)
        {
            words[i] = WordTraits.Of(forms[i]);
            dictionary.LookUp(ref words[i]);
        }
    }

    /// <summary>Sets the tags of a sentence whose words are filled, and what depends on them.</summary>
    internal static void TakeTags(SentenceWords sentence, IReadOnlyList<string> forms, ReadOnlySpan<byte> classes, TagSet tags)
    {
        classes.CopyTo(sentence.Tags);
        sentence.TakeTags(tags);
        Span<char> lemma = stackalloc char[256];
        for (var i = 0; i < forms.Count; i++)
        {
            var form = forms[i].AsSpan(0, Math.Min(forms[i].Length, 200));
            sentence.Traits[i].Lemma = FeatureHash.Word(lemma[..Lemmatizer.Write(form, sentence.Upos[i], lemma)]);
        }
    }
}
