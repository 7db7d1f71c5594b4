using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>The network while it learns, with the words' shares of one sentence and the slopes of those.</summary>
internal sealed class TrainableNetwork
{
    private const int Words = Reader.SentenceTokensMax;
    private const int Width = NetworkShape.Width;
    private const double RowSpread = 0.1;

    private readonly Share _tags;
    private readonly Share _places;
    private readonly Share _arcs;
    private readonly float[] _wordSlopes = new float[Words * Width];
    private readonly int[] _placeWords = new int[StateFeatures.PlaceCount];
    private readonly int[] _facts = new int[StateFeatures.FactsMax];
    private int _factCount;
    private int _count;

    internal TrainableNetwork(IReadOnlyList<IReadOnlyDictionary<uint, int>> counts, TrainingOptions options, Random random)
    {
        Encoder = new TrainableEncoder(counts, options, random);
        _places = new Share(NetworkShape.PlaceColumns, 4, random);
        Absent = new Parameter(2 * StateFeatures.PlaceCount, NetworkShape.HiddenWidth, RowSpread, random);
        Facts = new Parameter(StateFeatures.FactCount, NetworkShape.HiddenWidth, RowSpread, random);
        Moves = new TrainableDecision(NetworkShape.HiddenWidth, Transitions.Count, random);
        _tags = new Share(NetworkShape.TagColumns, 1, random);
        TagBias = new Parameter(1, NetworkShape.TagColumns, 0, random);
        _arcs = new Share(NetworkShape.ArcColumns, 2, random);
        Root = new Parameter(1, NetworkShape.ArcWidth, RowSpread, random);
        ArcMoves = new Parameter(Transitions.Count, NetworkShape.ArcWidth, RowSpread, random);
        Relations = new TrainableDecision(NetworkShape.ArcWidth, NetworkShape.RelationColumns, random);
        Parameters =
        [
            .. Encoder.Parameters, _places.Weights, Absent, Facts, Moves.Weights, Moves.Bias, _tags.Weights, TagBias, _arcs.Weights, Root, ArcMoves,
            Relations.Weights, Relations.Bias,
        ];
    }

    internal IReadOnlyList<Parameter> Parameters { get; }

    internal TrainableEncoder Encoder { get; }

    internal Parameter Places => _places.Weights;

    internal Parameter Absent { get; }

    internal Parameter Facts { get; }

    internal TrainableDecision Moves { get; }

    internal Parameter Tags => _tags.Weights;

    internal Parameter TagBias { get; }

    internal Parameter Arcs => _arcs.Weights;

    internal Parameter Root { get; }

    internal Parameter ArcMoves { get; }

    internal TrainableDecision Relations { get; }

    /// <summary>Reads a sentence.</summary>
    internal void Forward(ReadOnlySpan<WordTraits> words, Random random)
    {
        _count = words.Length;
        Encoder.Forward(words, random);
        foreach (var share in (Share[])[_tags, _places, _arcs]) share.Forward(Encoder.Words, _count);
        for (var word = 0; word < _count; word++)
            for (var i = 0; i < NetworkShape.TagColumns; i++) _tags.Row(word)[i] += TagBias.Values[i];
    }

    /// <summary>A word's scores for the tags.</summary>
    internal ReadOnlySpan<float> TagScores(int word) => _tags.Row(word);

    /// <summary>How the loss changes with those; to be set.</summary>
    internal Span<float> TagSlopes(int word) => _tags.SlopeRow(word);

    /// <summary>Scores the moves of a state.</summary>
    internal void ScoreMoves(ParserState state)
    {
        _factCount = StateFeatures.Read(state, _placeWords, _facts);
        Moves.Start();
        for (var place = 0; place < _placeWords.Length; place++)
            Moves.Add(IsWord(place) ? _places.Row(_placeWords[place])[(place * NetworkShape.HiddenWidth)..] : Absent.Row(AbsentRow(place)));
        foreach (var fact in _facts.AsSpan(0, _factCount)) Moves.Add(Facts.Row(fact));
        Moves.Score();
    }

    /// <summary>Learns from the slopes of the moves of the state that was scored last.</summary>
    internal void LearnMoves()
    {
        Moves.Backward();
        for (var place = 0; place < _placeWords.Length; place++)
            Add(Moves.SumSlopes, IsWord(place) ? _places.SlopeRow(_placeWords[place])[(place * NetworkShape.HiddenWidth)..] : Absent.GradientRow(AbsentRow(place)));
        foreach (var fact in _facts.AsSpan(0, _factCount)) Add(Moves.SumSlopes, Facts.GradientRow(fact));
    }

    /// <summary>Scores the relations of a word's arc.</summary>
    internal void ScoreRelations(ParserState tree, int word)
    {
        Relations.Start();
        Relations.Add(_arcs.Row(word)[..NetworkShape.ArcWidth]);
        Relations.Add(tree[word].Head < _count ? _arcs.Row(tree[word].Head)[NetworkShape.ArcWidth..] : Root.Row(0));
        Relations.Add(ArcMoves.Row(tree[word].Move));
        Relations.Score();
    }

    /// <summary>Learns from the slopes of the relations of the arc that was scored last.</summary>
    internal void LearnRelations(ParserState tree, int word)
    {
        Relations.Backward();
        Add(Relations.SumSlopes, _arcs.SlopeRow(word));
        Add(Relations.SumSlopes, tree[word].Head < _count ? _arcs.SlopeRow(tree[word].Head)[NetworkShape.ArcWidth..] : Root.GradientRow(0));
        Add(Relations.SumSlopes, ArcMoves.GradientRow(tree[word].Move));
    }

    /// <summary>Takes what the sentence's decisions have learnt down to its words.</summary>
    internal void Backward()
    {
        var slopes = _wordSlopes.AsSpan(0, _count * Width);
        slopes.Clear();
        for (var word = 0; word < _count; word++) Add(_tags.SlopeRow(word), TagBias.Gradients);
        foreach (var share in (Share[])[_tags, _places, _arcs]) share.Backward(Encoder.Words, _count, slopes);
        Encoder.Backward(slopes, _count);
    }

    private bool IsWord(int place) => _placeWords[place] >= 0 && _placeWords[place] < _count;

    private int AbsentRow(int place) => (2 * place) + (_placeWords[place] < 0 ? 0 : 1);

    private static void Add(ReadOnlySpan<float> slopes, Span<float> to)
    {
        for (var i = 0; i < slopes.Length; i++) to[i] += slopes[i];
    }

    /// <summary>What each word of the sentence has in one kind of decision, and the slopes of that.</summary>
    private sealed class Share(int columns, int spreadOver, Random random)
    {
        private readonly float[] _rows = new float[Words * columns];
        private readonly float[] _slopes = new float[Words * columns];

        internal Parameter Weights { get; } = new(Width, columns, Math.Sqrt(3.0 / (Width * spreadOver)), random);

        internal Span<float> Row(int word) => _rows.AsSpan(word * columns, columns);

        internal Span<float> SlopeRow(int word) => _slopes.AsSpan(word * columns, columns);

        internal void Forward(ReadOnlySpan<float> words, int count)
        {
            _rows.AsSpan(0, count * columns).Clear();
            _slopes.AsSpan(0, count * columns).Clear();
            Products.Add(words, Width, 1, Weights.Values, columns, _rows, columns, (count, Width, columns));
        }

        internal void Backward(ReadOnlySpan<float> words, int count, Span<float> wordSlopes)
        {
            Products.Add(words, 1, Width, _slopes, columns, Weights.Gradients, columns, (Width, count, columns));
            Products.Add(_slopes, columns, 1, Weights.Transposed, Width, wordSlopes, Width, (count, columns, Width));
        }
    }
}
