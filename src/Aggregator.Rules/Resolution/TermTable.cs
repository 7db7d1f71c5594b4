using System.Collections.Concurrent;

namespace Aggregator.Resolution;

/// <summary>
/// Numbers the terms of a block's events, from 0. All blocks that follow from one another share a table: a number, once given, stands for its term in each of them, and
/// what a block has of a term is its own. A block that has dropped most of its events begins a new one.
/// </summary>
internal sealed class TermTable
{
    private readonly ConcurrentDictionary<string, (string Term, int Number)> _numbers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _count;

    /// <summary>A term's number, or null when no event ever had it.</summary>
    internal int? Find(string term) => _numbers.TryGetValue(term, out var known) ? known.Number : null;

    /// <summary>A term's number, given to it now where it had none.</summary>
    internal int NumberOf(string term)
    {
        if (_numbers.TryGetValue(term, out var known)) return known.Number;
        lock (_lock)
        {
            if (_numbers.TryGetValue(term, out known)) return known.Number;
            _numbers[term] = (term, _count);
            return _count++;
        }
    }

    /// <summary>The string that stands for a term here, or the one given: of equal strings one is kept.</summary>
    internal string Kept(string term) => _numbers.TryGetValue(term, out var known) ? known.Term : term;
}
