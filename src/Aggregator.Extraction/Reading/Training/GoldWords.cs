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
}
