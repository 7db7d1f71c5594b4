namespace Aggregator.Extraction.Figures;

/// <summary>The words before and behind a number that bound it or make it approximate.</summary>
internal static class Comparators
{
    private static readonly PhraseTable s_before = new(
    [
        .. Phrases(FigureQualifier.AtLeast,
            "at least|at the very least|more than|no fewer than|no less than|not less than|not fewer than|over|well over|just over|exceeding|in excess of|"
            + "upwards of|upward of|above|a minimum of|minimum of|beyond|topping|surpassing|greater than|a little over|slightly more than|well above"),
        .. Phrases(FigureQualifier.AtMost,
            "up to|as many as|as much as|as high as|fewer than|less than|no more than|not more than|at most|at the most|under|just under|below|a maximum of|maximum of"),
        .. Phrases(FigureQualifier.About,
            "about|some|around|roughly|approximately|approx|circa|nearly|almost|an estimated|estimated|close to|near|close on|just about|virtually|"
            + "possibly|perhaps|maybe|nearing|approaching|somewhere around|in the region of|in the neighborhood of"),
        .. Phrases(FigureQualifier.Exact, "a total of|a combined total of|total of|only|just|another|a further|an additional|a reported|reaching|the"),
    ]);

    private static readonly PhraseTable s_behind = new(
    [
        .. Phrases(FigureQualifier.AtLeast, "or more|or even more|at least|and counting|plus"),
        .. Phrases(FigureQualifier.AtMost, "or fewer|or less|at most|tops"),
        .. Phrases(FigureQualifier.About, "or so|or thereabouts"),
    ]);

    /// <summary>Reads the words before a number.</summary>
    /// <param name="atoms">The sentence.</param>
    /// <param name="at">The atom to begin at.</param>
    /// <param name="qualifier">What they make of the number; plain when there are none.</param>
    /// <returns>The atom behind them; <paramref name="at"/> when there are none.</returns>
    internal static int ReadBefore(Atoms atoms, int at, out FigureQualifier qualifier)
    {
        qualifier = FigureQualifier.Exact;
        for (var rounds = 0; rounds < 3 && atoms[at].Is(Sense.Comparator | Sense.Preposition | Sense.Indefinite); rounds++)
        {
            var next = s_before.Match(atoms, at, out var found);
            if (next == at) return at;
            if (found != FigureQualifier.Exact && qualifier is FigureQualifier.Exact or FigureQualifier.About) qualifier = found;
            at = next;
        }
        return at;
    }

    /// <summary>Reads the words behind a number ("or more").</summary>
    internal static int ReadBehind(Atoms atoms, int at, out FigureQualifier qualifier)
    {
        qualifier = FigureQualifier.Exact;
        if (atoms[at].IsMark('+') && atoms[at].Glued)
        {
            qualifier = FigureQualifier.AtLeast;
            return at + 1;
        }
        var dash = atoms[at].IsMark('-') && atoms[at].Glued && atoms.IsWord(at + 1, "plus") ? 1 : 0;
        var next = s_behind.Match(atoms, at + dash, out qualifier);
        return next == at + dash ? at : next;
    }

    private static IEnumerable<(string[] Words, FigureQualifier Qualifier)> Phrases(FigureQualifier qualifier, string phrases) =>
        phrases.Split('|').Select(phrase => (phrase.Split(' '), qualifier));
}
