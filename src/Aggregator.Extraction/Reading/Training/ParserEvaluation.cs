namespace Aggregator.Extraction.Reading.Training;

/// <summary>Scores a model on a treebank that it was not trained on.</summary>
public static class ParserEvaluation
{
    /// <summary>Scores with the treebank's own words.</summary>
    /// <param name="model">The model.</param>
    /// <param name="treebank">Path of a CoNLL-U file.</param>
    public static ParserScores WithGoldTokens(ReadingModel model, string treebank)
    {
        ArgumentNullException.ThrowIfNull(model);
        var scratch = new ReadingScratch(model);
        var (sentence, state) = (scratch.Words, scratch.Tree);
        var score = new ScoreCount();
        foreach (var gold in ConlluFile.ReadAll(treebank).Where(gold => gold.Count <= Reader.SentenceTokensMax))
        {
            sentence.Start();
            foreach (var form in gold.Forms) sentence.Add(form);
            model.Tagger.Tag(sentence, [], scratch.Room);
            sentence.TakeTags(model.Tags);
            model.Parser.Parse(sentence.Upos, scratch.Room, state);
            model.Labeler.Label(scratch.Room, state, scratch.Relations);
            for (var i = 0; i < gold.Count; i++)
                score.Add(sentence.Upos[i] == gold.Tags[i].Upos, state[i].Head == gold.Heads[i], scratch.Relations[i], gold.Relations[i]);
        }
        return score.ToScores();
    }

    /// <summary>
    /// Scores with the reader's own sentences and tokens, from the treebank's text: each figure is the F1 of words whose spans
    /// agree (and, for heads, whose heads' spans do), as the CoNLL 2018 shared task counts.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="treebank">Path of a CoNLL-U file whose sentences have their text.</param>
    public static OwnTokenScores WithOwnTokens(ReadingModel model, string treebank)
    {
        var document = GoldDocument.Of(ConlluFile.ReadAll(treebank));
        using var read = new Reader(model).Read(document.Text);
        var own = new Dictionary<TextSpan, (Sentence Sentence, int Index)>();
        for (var i = 0; i < read.Count; i++)
            for (var at = 0; at < read[i].Count; at++) own[read[i][at].Span] = (read[i], at);
        var count = new SpanCount(document.Words.Count, read.TokenCount);
        foreach (var word in document.Words)
        {
            if (!own.TryGetValue(word.Span, out var found)) continue;
            ref readonly var token = ref found.Sentence[found.Index];
            TextSpan? head = token.Head < 0 ? null : found.Sentence[token.Head].Span;
            count.Add(token.Tag == word.Tag, head == word.Head, token.Relation.Main() == word.Relation.Main());
        }
        var ends = Enumerable.Range(0, read.Count).Select(i => read[i].Span).ToHashSet();
        return count.ToScores(document.Sentences.Count(ends.Contains), document.Sentences.Count, read.Count);
    }
}
