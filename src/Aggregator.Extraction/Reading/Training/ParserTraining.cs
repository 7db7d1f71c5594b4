namespace Aggregator.Extraction.Reading.Training;

/// <summary>Trains parser and labeler on trees, with the tags that a tagger gave.</summary>
internal sealed class ParserTraining(TagSet tags, TagDictionary dictionary, TrainingOptions options)
{
    private readonly SentenceWords _sentence = new();
    private readonly ParserState _state = new();

    internal TrainableWeights Train(
        IReadOnlyList<GoldSentence> trees, IReadOnlyList<byte[]> tagged, IProgress<string>? progress, CancellationToken cancel)
    {
        var random = new Random(options.Seed);
        var weights = new TrainableWeights(Transitions.Count);
        var order = Enumerable.Range(0, trees.Count).ToArray();
        for (var pass = 1; pass <= options.ParserPasses; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            random.Shuffle(order);
            int right = 0, all = 0;
            foreach (var at in order)
            {
                Prepare(trees[at], tagged[at], Recasing.Apply(trees[at].Forms, random, options.Recase));
                Learn(weights, trees[at], pass == 1 ? 0 : options.Exploration, random);
                for (var word = 0; word < trees[at].Count; word++)
                    if (_state[word].Head == trees[at].Heads[word]) right++;
                all += trees[at].Count;
            }
            progress?.Report($"parser pass {pass}: {100.0 * right / all:F2}% of heads in training, {weights.Count} features");
        }
        return weights;
    }

    /// <summary>Trains the labeler on gold trees.</summary>
    internal TrainableWeights TrainLabeler(
        IReadOnlyList<GoldSentence> trees, IReadOnlyList<byte[]> tagged, IProgress<string>? progress, CancellationToken cancel)
    {
        var random = new Random(options.Seed);
        var weights = new TrainableWeights(RelationNames.Count);
        var order = Enumerable.Range(0, trees.Count).ToArray();
        for (var pass = 1; pass <= options.LabelerPasses; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            random.Shuffle(order);
            int right = 0, all = 0;
            foreach (var at in order)
            {
                Prepare(trees[at], tagged[at], trees[at].Forms);
                _state.Take(trees[at].Heads, trees[at].Relations);
                right += LearnLabels(weights, trees[at]);
                all += trees[at].Count;
            }
            progress?.Report($"labeler pass {pass}: {100.0 * right / all:F2}% of training, {weights.Count} features");
        }
        return weights;
    }

    private void Prepare(GoldSentence tree, byte[] classes, string[] forms)
    {
        _sentence.Start(tree.Count);
        GoldWords.Fill(forms, dictionary, _sentence.Traits);
        GoldWords.TakeTags(_sentence, forms, classes, tags);
    }

    private void Learn(TrainableWeights weights, GoldSentence tree, double exploration, Random random)
    {
        Span<uint> room = stackalloc uint[ParserFeatures.CountMax];
        Span<float> scores = stackalloc float[Transitions.Count];
        Span<bool> isGood = stackalloc bool[Transitions.Count];
        _state.Start(tree.Count);
        while (!_state.IsFinal)
        {
            if (_state.ForcedMove is var forced and >= 0)
            {
                _state.Make(forced);
                continue;
            }
            var features = room[..ParserFeatures.Write(_sentence, _state, room)];
            weights.Score(features, scores);
            weights.Step();
            OracleCost.Mark(_state, tree, isGood);
            var guess = Parser.Best(_state, scores);
            int gold = -1, wrong = -1;
            for (var move = 0; move < scores.Length; move++)
            {
                if (isGood[move] && (gold < 0 || scores[move] > scores[gold])) gold = move;
                if (!isGood[move] && _state.MayMake(move) && (wrong < 0 || scores[move] > scores[wrong])) wrong = move;
            }
            if (wrong >= 0 && (!isGood[guess] || scores[gold] - scores[wrong] < options.Margin))
            {
                weights.Update(features, gold, 1);
                weights.Update(features, wrong, -1);
            }
            _state.Make(isGood[guess] || random.NextDouble() < exploration ? guess : gold);
        }
    }

    private int LearnLabels(TrainableWeights weights, GoldSentence tree)
    {
        Span<uint> room = stackalloc uint[LabelerFeatures.CountMax];
        Span<float> scores = stackalloc float[RelationNames.Count];
        var right = 0;
        for (var word = 0; word < tree.Count; word++)
        {
            if (Transitions.OnlyRelation(_state[word].Move) is not null) continue;
            var features = room[..LabelerFeatures.Write(_sentence, _state, word, room)];
            weights.Score(features, scores);
            weights.Step();
            var guess = Tagger.Best(scores);
            var gold = (int)tree.Relations[word];
            if (guess == gold)
            {
                right++;
                continue;
            }
            weights.Update(features, gold, 1);
            weights.Update(features, guess, -1);
        }
        return right;
    }
}
