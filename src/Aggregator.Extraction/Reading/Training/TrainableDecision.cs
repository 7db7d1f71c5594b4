namespace Aggregator.Extraction.Reading.Training;

/// <summary>
/// A decision while it learns: rows that are added up, what is below zero set to zero, and a score for each choice of that. Its rows are the words'
/// shares and some that are learnt by themselves.
/// </summary>
internal sealed class TrainableDecision
{
    private readonly float[] _sum;
    private readonly float[] _sumSlopes;

    internal TrainableDecision(int width, int columns, Random random)
    {
        Weights = new Parameter(width, columns, Math.Sqrt(3.0 / width), random);
        Bias = new Parameter(1, columns, 0, random);
        (_sum, _sumSlopes, Scores, Slopes) = (new float[width], new float[width], new float[columns], new float[columns]);
    }

    internal Parameter Weights { get; }

    internal Parameter Bias { get; }

    internal float[] Scores { get; }

    /// <summary>How the loss changes with the scores; to be set before <see cref="Backward"/>.</summary>
    internal float[] Slopes { get; }

    /// <summary>How the loss changes with each row that was added, behind <see cref="Backward"/>.</summary>
    internal ReadOnlySpan<float> SumSlopes => _sumSlopes;

    internal void Start() => _sum.AsSpan().Clear();

    internal void Add(ReadOnlySpan<float> share)
    {
        for (var i = 0; i < _sum.Length; i++) _sum[i] += share[i];
    }

    internal void Score()
    {
        for (var i = 0; i < _sum.Length; i++) _sum[i] = MathF.Max(0, _sum[i]);
        Bias.Values.CopyTo(Scores, 0);
        Products.Add(_sum, _sum.Length, 1, Weights.Values, Weights.Columns, Scores, Weights.Columns, (1, _sum.Length, Weights.Columns));
    }

    internal void Backward()
    {
        for (var i = 0; i < Slopes.Length; i++) Bias.Gradients[i] += Slopes[i];
        Products.Add(_sum, 1, 1, Slopes, Slopes.Length, Weights.Gradients, Slopes.Length, (_sum.Length, 1, Slopes.Length));
        for (var row = 0; row < _sum.Length; row++)
        {
            _sumSlopes[row] = 0;
            if (_sum[row] <= 0) continue;
            var weights = Weights.Row(row);
            for (var i = 0; i < Slopes.Length; i++) _sumSlopes[row] += weights[i] * Slopes[i];
        }
    }
}
