namespace Aggregator.Extraction.Reading;

/// <summary>The units still ahead of the tokenizer.</summary>
internal ref struct UnitQueue(ReadOnlySpan<Unit> units, int textLength)
{
    private readonly ReadOnlySpan<Unit> _units = units;
    private int _next;

    /// <summary>How far a token may reach that begins at a place: to the next unit, or to the text's end.</summary>
    internal int Limit(int at)
    {
        Drop(at);
        return _next < _units.Length ? _units[_next].Span.Start : textLength;
    }

    /// <summary>Takes the unit that begins at a place.</summary>
    internal bool TryTake(int at, out Unit unit)
    {
        Drop(at);
        unit = _next < _units.Length ? _units[_next] : default;
        if (_next >= _units.Length || unit.Span.Start != at) return false;
        _next++;
        return true;
    }

    /// <summary>Passes over units that overlap what was read, are empty, or end beyond the text.</summary>
    private void Drop(int at)
    {
        while (_next < _units.Length && !Fits(_units[_next].Span, at)) _next++;
    }

    private readonly bool Fits(TextSpan span, int at) => span.Start >= at && span.Length > 0 && span.Length <= textLength - span.Start;
}
