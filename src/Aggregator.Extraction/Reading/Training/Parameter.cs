namespace Aggregator.Extraction.Reading.Training;

/// <summary>A matrix that is learnt, with its gradient and the running moments of the Adam method (Kingma and Ba, 2015).</summary>
internal sealed class Parameter
{
    private readonly float[] _gradients;
    private readonly float[] _means;
    private readonly float[] _squares;
    private readonly HashSet<int>? _touched;
    private float[]? _averages;

    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="spread">How far from zero its first values lie at most.</param>
    /// <param name="random">Where those come from.</param>
    /// <param name="isSparse">Whether only the rows that a batch touches are moved: of words, most are not in it.</param>
    internal Parameter(int rows, int columns, double spread, Random random, bool isSparse = false)
    {
        (Rows, Columns) = (rows, columns);
        Values = new float[rows * columns];
        Transposed = new float[isSparse ? 0 : rows * columns];
        (_gradients, _means, _squares) = (new float[rows * columns], new float[rows * columns], new float[rows * columns]);
        for (var i = 0; i < Values.Length; i++) Values[i] = (float)(((random.NextDouble() * 2) - 1) * spread);
        if (isSparse) _touched = [];
        Transpose();
    }

    internal int Rows { get; }

    internal int Columns { get; }

    internal float[] Values { get; }

    /// <summary>The values, columns for rows, as they were after the last step; empty of a sparse one.</summary>
    internal float[] Transposed { get; }

    internal Span<float> Gradients => _gradients;

    internal ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>A row's gradient, to be added to.</summary>
    internal Span<float> GradientRow(int row)
    {
        _touched?.Add(row);
        return _gradients.AsSpan(row * Columns, Columns);
    }

    /// <summary>The gradient's square, to tell its length.</summary>
    internal double Square()
    {
        var sum = 0d;
        foreach (var (from, length) in Stretches())
            foreach (var gradient in _gradients.AsSpan(from, length)) sum += gradient * gradient;
        return sum;
    }

    /// <summary>Moves the values against the gradient and forgets it.</summary>
    internal void Step(in AdamStep step)
    {
        foreach (var (from, length) in Stretches()) Step(step, from, length);
        _touched?.Clear();
        Transpose();
    }

    /// <summary>Takes the values as they are into their running average, which begins with those of the first call.</summary>
    /// <param name="share">The weight of the values; above 0 and at most 1.</param>
    internal void Average(float share)
    {
        _averages ??= [.. Values];
        for (var i = 0; i < _averages.Length; i++) _averages[i] += (Values[i] - _averages[i]) * share;
    }

    /// <summary>Sets the values to their average, where there is one; to be called when training has ended.</summary>
    internal void TakeAverage() => _averages?.CopyTo(Values, 0);

    private void Step(in AdamStep step, int from, int length)
    {
        var values = Values.AsSpan(from, length);
        var gradients = _gradients.AsSpan(from, length);
        var means = _means.AsSpan(from, length);
        var squares = _squares.AsSpan(from, length);
        for (var i = 0; i < values.Length; i++)
        {
            var gradient = gradients[i] * step.Scale;
            means[i] += (gradient - means[i]) * (1 - AdamStep.MeanDecay);
            squares[i] += ((gradient * gradient) - squares[i]) * (1 - AdamStep.SquareDecay);
            values[i] -= step.Rate * (means[i] / step.MeanShare) / (MathF.Sqrt(squares[i] / step.SquareShare) + AdamStep.Least);
            gradients[i] = 0;
        }
    }

    private IEnumerable<(int From, int Length)> Stretches() =>
        _touched is null ? [(0, Values.Length)] : _touched.Order().Select(row => (row * Columns, Columns));

    private void Transpose()
    {
        if (Transposed.Length == 0) return;
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
                Transposed[(column * Rows) + row] = Values[(row * Columns) + column];
    }
}
