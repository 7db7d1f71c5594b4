using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Marks sentences in which a capital says nothing: most of their words have one, and no period ends them.</summary>
internal static class Headlines
{
    private const int WordsMin = 5;

    public static void Mark(Draft draft)
    {
        var words = draft.Words;
        for (var first = 0; first < words.Count;)
        {
            int end = first, capital = 0, letters = 0;
            for (; end < words.Count && words[end].Sentence == words[first].Sentence; end++)
            {
                if (words[end].Length < 3 || words[end].Has(WordShape.Mark | WordShape.Digit)) continue;
                letters++;
                if (words[end].Has(WordShape.Capital)) capital++;
            }
            if ((letters >= WordsMin ? capital * 10 >= letters * 8 : letters > 1 && capital == letters) && !draft.IsMark(end - 1, '.'))
                for (var word = first; word < end; word++) words.Mark(word, WordShape.Headline);
            first = end;
        }
    }
}
