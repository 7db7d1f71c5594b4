namespace Aggregator.Importing;

/// <summary>What became of an import's lines.</summary>
internal sealed class ImportTally
{
    private readonly SortedDictionary<string, long> _results = new(StringComparer.Ordinal);

    /// <summary>Lines answered, or refused before they were sent.</summary>
    internal long LineCount { get; private set; }

    /// <summary>Lines refused.</summary>
    internal long RefusedCount => _results.GetValueOrDefault("refused");

    internal void Add(string result)
    {
        LineCount++;
        _results[result] = _results.GetValueOrDefault(result) + 1;
    }

    public override string ToString() => LineCount == 0 ? "nothing" : string.Join(", ", _results.Select(result => $"{result.Value} {result.Key}"));
}
