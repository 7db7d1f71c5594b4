namespace Aggregator.Extraction.Reading.Training;

/// <summary>Trains a reading model from treebanks.</summary>
public static class ParserTrainer
{
    /// <summary>Trains tagger, parser and labeler; the same options give the same model.</summary>
    /// <param name="options">The treebanks and how to train.</param>
    /// <param name="progress">Told a line after each pass; may be null.</param>
    /// <param name="cancel">Stops between batches.</param>
    /// <returns>The model, ready to read or to be written to a file.</returns>
    public static ReadingModel Train(TrainingOptions options, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sentences = options.Treebanks.SelectMany(ConlluFile.ReadAll).Where(sentence => sentence.Count <= Reader.SentenceTokensMax).ToList();
        if (sentences.Count == 0) throw new ArgumentException("The treebanks hold no sentence.", nameof(options));
        progress?.Report($"{sentences.Count} sentences, {sentences.Sum(sentence => sentence.Count)} words");
        var tags = TagCounts.TagSetOf(sentences, options.TagCountMin);
        var dictionary = TagCounts.DictionaryOf(sentences, tags, options.WordCountMin);
        var training = new NetworkTraining(sentences, tags, dictionary, options);
        training.Run(progress, cancel);
        return new ReadingModel(new ModelCard(options.Provenance, options.Licence, ""), tags, dictionary, NetworkQuantizer.ToNetwork(training.Network));
    }
}
