using System.Numerics;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>The weights of an averaged perceptron while it learns: rows appear as updates need them.</summary>
internal sealed class TrainableWeights(int classes) : IWeights
{
    private const int RowsPerPage = 4096;
    private readonly List<float[]> _weights = [];
    private readonly List<float[]> _sums = [];
    private uint[] _keys = new uint[1 << 16];
    private int[] _at = new int[1 << 16];
    private int _rows;
    private long _steps = 1;

    /// <inheritdoc/>
    public int Classes => classes;

    /// <summary>How many features have a row.</summary>
    internal int Count => _rows;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row < 0) continue;
            var weights = Row(_weights, row);
            var at = 0;
            for (; at <= classes - Vector<float>.Count; at += Vector<float>.Count)
                (new Vector<float>(scores[at..]) + new Vector<float>(weights[at..])).CopyTo(scores[at..]);
            for (; at < classes; at++) scores[at] += weights[at];
        }
    }

    /// <summary>Counts a decision, so that the average weighs every moment alike.</summary>
    internal void Step() => _steps++;

    /// <summary>Moves every feature's weight for one class.</summary>
    internal void Update(ReadOnlySpan<uint> features, int @class, float by)
    {
        foreach (var feature in features)
        {
            var row = FindOrAdd(feature);
            Row(_weights, row)[@class] += by;
            Row(_sums, row)[@class] += by * _steps;
        }
    }

    /// <summary>Hands each feature with its averaged row to a visitor, in no particular order.</summary>
    internal void Visit(Action<uint, float[]> visit)
    {
        var averaged = new float[classes];
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_keys[slot] == 0) continue;
            var weights = Row(_weights, _at[slot]);
            var sums = Row(_sums, _at[slot]);
            for (var i = 0; i < classes; i++) averaged[i] = weights[i] - (sums[i] / _steps);
            visit(_keys[slot], averaged);
        }
    }

    private Span<float> Row(List<float[]> pages, int row) =>
        pages[row / RowsPerPage].AsSpan(row % RowsPerPage * classes, classes);

    private int Find(uint feature)
    {
        var mask = _keys.Length - 1;
        for (var slot = (int)(feature * 0x9E3779B1u >> 3) & mask; ; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == feature) return _at[slot];
            if (_keys[slot] == 0) return -1;
        }
    }

    private int FindOrAdd(uint feature)
    {
        var row = Find(feature);
        if (row >= 0) return row;
        if (_rows * 2 >= _keys.Length) Grow();
        if (_rows % RowsPerPage == 0)
        {
            _weights.Add(new float[RowsPerPage * classes]);
            _sums.Add(new float[RowsPerPage * classes]);
        }
        Place(feature, _rows);
        return _rows++;
    }

    private void Place(uint feature, int row)
    {
        var mask = _keys.Length - 1;
        var slot = (int)(feature * 0x9E3779B1u >> 3) & mask;
        while (_keys[slot] != 0) slot = (slot + 1) & mask;
        (_keys[slot], _at[slot]) = (feature, row);
    }

    private void Grow()
    {
        var (keys, at) = (_keys, _at);
        (_keys, _at) = (new uint[keys.Length * 2], new int[keys.Length * 2]);
        for (var slot = 0; slot < keys.Length; slot++)
            if (keys[slot] != 0) Place(keys[slot], at[slot]);
    }
}
