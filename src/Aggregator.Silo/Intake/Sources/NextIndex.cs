namespace Aggregator.Intake;

/// <summary>Finds the next place of a mark at or after ever later positions, looking at each character of the text once.</summary>
internal sealed class NextIndex(string text, string mark)
{
    private int _found = -1;
    private bool _exhausted;

    /// <summary>The next place, or -1.</summary>
    /// <param name="position">From 0; usually not before the last one asked for.</param>
    internal int From(int position)
    {
        if (_found >= position) return _found;
        if (_exhausted) return -1;
        _found = position >= text.Length ? -1 : text.IndexOf(mark, position, StringComparison.Ordinal);
        _exhausted = _found < 0;
        return _found;
    }
}
