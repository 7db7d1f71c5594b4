using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>
/// Trains tagger, parser and labeler as one network. The parser learns by the dynamic oracle: from the second pass on it goes on from its own
/// mistakes.
/// </summary>
internal sealed class NetworkTraining
{
    private const int AverageStepsMax = 10;
    private const int AveragesOfPassMin = 10;

    private readonly IReadOnlyList<GoldSentence> _trees;
    private readonly TagSet _tags;
    private readonly TagDictionary _dictionary;
    private readonly TrainingOptions _options;
    private readonly Random _random;
    private readonly ParserState _state = new();
    private readonly WordTraits[] _words = new WordTraits[Reader.SentenceTokensMax];
    private readonly bool[] _isAllowed = new bool[Transitions.Count];
    private readonly bool[] _isGood = new bool[Transitions.Count];
    private readonly bool[] _isTag;
    private readonly bool[] _isRelation = new bool[RelationNames.Count];
    private readonly bool[] _all;

    internal NetworkTraining(IReadOnlyList<GoldSentence> trees, TagSet tags, TagDictionary dictionary, TrainingOptions options)
    {
        if (tags.Count > NetworkShape.TagColumns) throw new ArgumentException($"The treebanks have {tags.Count} pairs of tags, of {NetworkShape.TagColumns} at most.", nameof(tags));
        (_trees, _tags, _dictionary, _options, _random) = (trees, tags, dictionary, options, new Random(options.Seed));
        _isTag = new bool[tags.Count];
        _all = new bool[Math.Max(tags.Count, RelationNames.Count)];
        Array.Fill(_all, true);
        Network = new TrainableNetwork(Count(), options, _random);
    }

    internal TrainableNetwork Network { get; }

    internal void Run(IProgress<string>? progress, CancellationToken cancel)
    {
        var order = Enumerable.Range(0, _trees.Count).ToArray();
        var stepsOfPass = (order.Length + _options.BatchSentences - 1) / _options.BatchSentences;
        var steps = _options.Passes * stepsOfPass;
        var step = 0;
        for (var pass = 1; pass <= _options.Passes; pass++)
        {
            _random.Shuffle(order);
            int words = 0, tagsRight = 0, headsRight = 0;
            foreach (var batch in order.Chunk(_options.BatchSentences))
            {
                cancel.ThrowIfCancellationRequested();
                foreach (var at in batch)
                {
                    var tree = _trees[at];
                    GoldWords.Fill(Recasing.Apply(tree.Forms, _random, _options.Recase), _dictionary, _words);
                    Network.Forward(_words.AsSpan(0, tree.Count), _random);
                    tagsRight += LearnTags(tree);
                    headsRight += LearnMoves(tree, pass == 1 ? 0 : _options.Exploration);
                    LearnRelations(tree);
                    Network.Backward();
                    words += tree.Count;
                }
                Step(++step, steps);
                Average(step, stepsOfPass);
            }
            progress?.Report($"pass {pass}: {100.0 * tagsRight / words:F2}% of tags and {100.0 * headsRight / words:F2}% of heads in training");
        }
        foreach (var parameter in Network.Parameters) parameter.TakeAverage();
    }

    /// <summary>
    /// Averages the weights over the last passes, the latest most: single steps chase the batch they learn from, and their mean reads better than the last of
    /// them (Polyak and Juditsky, 1992).
    /// </summary>
    private void Average(int step, int stepsOfPass)
    {
        var interval = Math.Clamp(stepsOfPass / AveragesOfPassMin, 1, AverageStepsMax);
        if (step % interval != 0) return;
        var share = Math.Min(1, 1 / (_options.AveragedPasses * ((double)stepsOfPass / interval)));
        foreach (var parameter in Network.Parameters) parameter.Average((float)share);
    }

    private void Step(int step, int steps)
    {
        var adam = AdamStep.At(step, steps, _options, Network.Parameters.Sum(parameter => parameter.Square()));
        foreach (var parameter in Network.Parameters) parameter.Step(adam);
    }

    private int LearnTags(GoldSentence tree)
    {
        var right = 0;
        for (var word = 0; word < tree.Count; word++)
        {
            int gold = _tags.Of(tree.Tags[word].Upos, tree.Tags[word].Penn);
            _isTag[gold] = true;
            if (Softmax.Backward(Network.TagScores(word), _all.AsSpan(0, _isTag.Length), _isTag, Network.TagSlopes(word)) == gold) right++;
            _isTag[gold] = false;
        }
        return right;
    }

    private int LearnMoves(GoldSentence tree, double exploration)
    {
        _state.Start(tree.Count);
        while (!_state.IsFinal)
        {
            if (_state.ForcedMove is var forced and >= 0)
            {
                _state.Make(forced);
                continue;
            }
            Network.ScoreMoves(_state);
            OracleCost.Mark(_state, tree, _isGood);
            for (var move = 0; move < _isAllowed.Length; move++) _isAllowed[move] = _state.MayMake(move);
            var guess = Softmax.Backward(Network.Moves.Scores, _isAllowed, _isGood, Network.Moves.Slopes);
            Network.LearnMoves();
            _state.Make(_isGood[guess] || _random.NextDouble() < exploration ? guess : BestGood());
        }
        var right = 0;
        for (var word = 0; word < tree.Count; word++)
            if (_state[word].Head == tree.Heads[word]) right++;
        return right;
    }

    private int BestGood()
    {
        var best = -1;
        for (var move = 0; move < _isGood.Length; move++)
            if (_isGood[move] && (best < 0 || Network.Moves.Scores[move] > Network.Moves.Scores[best])) best = move;
        return best;
    }

    private void LearnRelations(GoldSentence tree)
    {
        _state.Take(tree.Heads, tree.Relations);
        for (var word = 0; word < tree.Count; word++)
        {
            var gold = (int)tree.Relations[word];
            Network.ScoreRelations(_state, word);
            _isRelation[gold] = true;
            Softmax.Backward(Network.Relations.Scores, _all.AsSpan(0, _isRelation.Length), _isRelation, Network.Relations.Slopes);
            _isRelation[gold] = false;
            Network.LearnRelations(_state, word);
        }
    }

    /// <summary>How often each hash of each sort of feature occurs.</summary>
    private Dictionary<uint, int>[] Count()
    {
        var counts = Enumerable.Range(0, WordFeatures.Count).Select(_ => new Dictionary<uint, int>()).ToArray();
        foreach (var tree in _trees)
        {
            GoldWords.Fill(tree.Forms, _dictionary, _words);
            for (var word = 0; word < tree.Count; word++)
                for (var sort = 0; sort < counts.Length; sort++)
                {
                    var key = WordFeatures.Of(_words[word], sort);
                    counts[sort][key] = counts[sort].GetValueOrDefault(key) + 1;
                }
        }
        return counts;
    }
}
