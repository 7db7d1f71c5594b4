using Aggregator.Extraction.Figures;

namespace Aggregator.Extraction.Time;

/// <summary>Where a date rule stands: the sentence, the day of publication, and the atom to begin at.</summary>
/// <param name="Atoms">The sentence.</param>
/// <param name="Published">The day of publication.</param>
/// <param name="At">The index of the atom.</param>
internal readonly record struct DateScan(Atoms Atoms, DateOnly Published, int At)
{
    private const int CueReach = 12;

    /// <summary>The same scan further on.</summary>
    internal DateScan From(int at) => this with { At = at };

    /// <summary>Whether the atom at a distance is this word.</summary>
    internal bool Is(int offset, ReadOnlySpan<char> word) => Atoms.IsWord(At + offset, word);

    /// <summary>The atom at a distance.</summary>
    internal ref readonly Atom this[int offset] => ref Atoms[At + offset];

    /// <summary>
    /// Whether what stands before says that the date is still to come: of the nearest signs to the left, "will meet on" speaks for
    /// it and "said on" against it.
    /// </summary>
    internal bool IsFuture()
    {
        for (var i = At - 1; i >= Math.Max(0, At - CueReach); i--)
        {
            ref readonly var atom = ref Atoms[i];
            if (atom.Is(Sense.Saying)) return false;
            if (atom.Is(Sense.Intent) || Atoms.IsWord(i, "will") || Atoms.IsWord(i, "'ll") || Atoms.IsWord(i, "scheduled") || Atoms.IsWord(i, "due")
                || Atoms.IsWord(i, "expected") || Atoms.IsWord(i, "upcoming") || Atoms.IsWord(i, "set") || Atoms.IsWord(i, "shall")
                || Atoms.IsWord(i, "would") || Atoms.IsWord(i, "next") || (i == At - 1 && Atoms.IsWord(i, "by"))) return true;
            if (atom.IsMark(';')) return false;
        }
        return false;
    }

    /// <summary>A whole number in digits or words at a distance, of at most a thousand; null when there is none.</summary>
    internal (int Value, int End)? Number(int offset)
    {
        var start = Comparators.ReadBefore(Atoms, At + offset, out _);
        var end = NumberCore.Read(Atoms, start, out var value, out var sort);
        if (end == start && start > At + offset && Atoms[start - 1].Is(Sense.Indefinite)) end = NumberCore.Read(Atoms, --start, out value, out sort);
        if (end == start && Atoms[start].Is(Sense.Indefinite) && Atoms[start + 1].Is(Sense.TimeUnit)) return (1, start + 1);
        return end > start && sort == CoreSort.Plain && value is > 0 and <= 1_000 ? ((int)value, end) : null;
    }

    /// <summary>A year in four digits at a distance; null when there is none.</summary>
    internal int? Year(int offset)
    {
        ref readonly var atom = ref this[offset];
        return atom is { Kind: AtomKind.Digits, Length: 4, Number: >= 1800 and <= 2100 } ? (int)atom.Number : null;
    }
}
