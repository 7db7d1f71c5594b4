namespace Aggregator.Extraction.Reading.Training;

/// <summary>Counts what was found of a text's words.</summary>
internal sealed class SpanCount(int goldWords, int ownWords)
{
    private int _words, _tags, _heads, _relations;

    internal void Add(bool tagRight, bool headRight, bool relationRight)
    {
        _words++;
        if (tagRight) _tags++;
        if (!headRight) return;
        _heads++;
        if (relationRight) _relations++;
    }

    internal OwnTokenScores ToScores(int sentencesFound, int goldSentences, int ownSentences) => new(
        F1(_words, goldWords, ownWords),
        F1(sentencesFound, goldSentences, ownSentences),
        F1(_tags, goldWords, ownWords),
        F1(_heads, goldWords, ownWords),
        F1(_relations, goldWords, ownWords));

    private static double F1(int found, int gold, int own) => gold + own == 0 ? 0 : 200.0 * found / (gold + own);
}
