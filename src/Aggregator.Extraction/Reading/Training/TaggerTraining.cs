namespace Aggregator.Extraction.Reading.Training;

/// <summary>Trains the tagger: an averaged perceptron that goes on from its own tags.</summary>
internal sealed class TaggerTraining(TagSet tags, TagDictionary dictionary, TrainingOptions options)
{
    /// <summary>Trains on all sentences.</summary>
    internal TrainableWeights Train(
        IReadOnlyList<GoldSentence> sentences, int passes, IProgress<string>? progress, CancellationToken cancel)
    {
        var random = new Random(options.Seed);
        var weights = new TrainableWeights(tags.Count);
        var order = sentences.ToArray();
        var words = new WordTraits[Reader.SentenceTokensMax];
        for (var pass = 1; pass <= passes; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            random.Shuffle(order);
            int right = 0, all = 0;
            foreach (var sentence in order)
            {
                var forms = Recasing.Apply(sentence.Forms, random, options.Recase);
                GoldWords.Fill(forms, dictionary, words);
                right += Learn(weights, words.AsSpan(0, sentence.Count), sentence);
                all += sentence.Count;
            }
            progress?.Report($"tagger pass {pass}: {100.0 * right / all:F2}% of training, {weights.Count} features");
        }
        return weights;
    }

    /// <summary>Tags as a tagger would that has not seen the sentence: each part by a tagger trained on the others.</summary>
    internal List<byte[]> TagEachPartByTheOthers(
        IReadOnlyList<GoldSentence> sentences, IProgress<string>? progress, CancellationToken cancel)
    {
        var parts = Math.Min(options.JackknifeParts, sentences.Count);
        var tagged = new byte[sentences.Count][];
        var words = new WordTraits[Reader.SentenceTokensMax];
        for (var part = 0; part < parts; part++)
        {
            var others = sentences.Where((_, at) => parts == 1 || at % parts != part).ToList();
            var ownDictionary = TagCounts.DictionaryOf(others, tags, options.WordCountMin);
            var training = new TaggerTraining(tags, ownDictionary, options);
            var tagger = new Tagger(tags, Quantizer.ToTable(training.Train(others, options.JackknifePasses, null, cancel), int.MaxValue));
            for (var at = part; at < sentences.Count; at += parts)
            {
                GoldWords.Fill(sentences[at].Forms, ownDictionary, words);
                tagged[at] = new byte[sentences[at].Count];
                tagger.Tag(words.AsSpan(0, sentences[at].Count), [], tagged[at]);
            }
            progress?.Report($"tagged part {part + 1} of {parts}: {Accuracy(sentences, tagged, part, parts):F2}% right");
        }
        return [.. tagged];
    }

    private int Learn(TrainableWeights weights, ReadOnlySpan<WordTraits> words, GoldSentence sentence)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.CountMax];
        Span<float> scores = stackalloc float[tags.Count];
        uint tag1 = 0, tag2 = 0;
        var right = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].OnlyTag > 0)
            {
                right++;
                (tag2, tag1) = (tag1, words[i].OnlyTag);
                continue;
            }
            var count = TaggerFeatures.Write(words, i, tag1, tag2, features);
            weights.Score(features[..count], scores);
            var guess = Tagger.Best(scores);
            var gold = tags.Of(sentence.Tags[i].Upos, sentence.Tags[i].Penn);
            weights.Step();
            if (guess != gold)
            {
                weights.Update(features[..count], gold, 1);
                weights.Update(features[..count], guess, -1);
            }
            else
            {
                right++;
            }
            (tag2, tag1) = (tag1, (uint)guess + 1);
        }
        return right;
    }

    private double Accuracy(IReadOnlyList<GoldSentence> sentences, byte[][] tagged, int part, int parts)
    {
        int right = 0, all = 0;
        for (var at = part; at < sentences.Count; at += parts)
        {
            all += sentences[at].Count;
            right += tagged[at].Zip(sentences[at].Tags).Count(pair => tags[pair.First].Upos == pair.Second.Upos);
        }
        return 100.0 * right / all;
    }
}
