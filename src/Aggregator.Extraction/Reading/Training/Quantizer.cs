namespace Aggregator.Extraction.Reading.Training;

/// <summary>Turns trained weights into the compact table that reads.</summary>
internal static class Quantizer
{
    /// <summary>Steps that one update of the perceptron is worth; finer ones measured no better.</summary>
    private const float StepsPerUpdate = 24;

    /// <summary>Keeps the features with the largest weights and rounds each weight to 16 bits.</summary>
    internal static WeightTable ToTable(TrainableWeights weights, int featuresMax)
    {
        var rows = new List<(uint Feature, float Size)>(weights.Count);
        weights.Visit((feature, row) => rows.Add((feature, row.Max(Math.Abs))));
        rows.Sort((one, other) => other.Size.CompareTo(one.Size));
        var kept = rows.Take(featuresMax).Select(row => row.Feature).ToHashSet();
        var table = new SortedDictionary<uint, short[]>();
        weights.Visit((feature, row) =>
        {
            if (!kept.Contains(feature)) return;
            var small = new short[row.Length];
            for (var i = 0; i < row.Length; i++)
                small[i] = (short)Math.Clamp(MathF.Round(row[i] * StepsPerUpdate), short.MinValue, short.MaxValue);
            if (small.AsSpan().ContainsAnyExcept((short)0)) table[feature] = small;
        });
        return new WeightTable(weights.Classes, table.Keys.ToArray(), table.Values.SelectMany(row => row).ToArray());
    }
}
