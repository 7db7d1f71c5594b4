namespace Aggregator.Intake;

/// <summary>Months by name, long or cut short, in the languages whose feeds put them into dates.</summary>
internal static class MonthNames
{
    // The letters that a month's names start with, in English and German, French, Spanish, Italian, Portuguese, Dutch,
    // Scandinavian, Hungarian, Polish, Russian and Greek. No two months share a start.
    private static readonly (string Start, int Month)[] Starts =
    [
        .. Row(1, "jan jän gen ene sty янв ιαν"), .. Row(2, "feb fev fév lut фев φεβ"), .. Row(3, "mar mär már mrz maa мар μαρ"),
        .. Row(4, "apr avr abr ápr kwi апр απρ"), .. Row(5, "may mai maj máj mag mei май мая μαϊ μαΐ"), .. Row(6, "jun jui jún giu cze июн ιουν"),
        .. Row(7, "jul juil júl lug lip июл ιουλ"), .. Row(8, "aug aoû aou ago sie авг αυγ"), .. Row(9, "sep set szept wrz сен σεπ"),
        .. Row(10, "oct okt ott out paź окт οκτ"), .. Row(11, "nov lis ноя νοε"), .. Row(12, "dec dez déc dic des gru дек δεκ"),
    ];

    private static readonly char[] Separators = [' ', ',', '.', '-', '/', '\t', '\u00A0', '(', ')'];

    /// <summary>
    /// The last month that a text names, 1 to 12, or 0. The last, because a weekday stands before the day and may look
    /// like a month ("mar." is a Tuesday in French).
    /// </summary>
    internal static int Find(string text) =>
        text.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Of).LastOrDefault(month => month > 0);

    private static int Of(string word)
    {
        var best = (Start: "", Month: 0);
        foreach (var candidate in Starts)
        {
            if (candidate.Start.Length > best.Start.Length && word.StartsWith(candidate.Start, StringComparison.Ordinal)) best = candidate;
        }
        return best.Month;
    }

    private static IEnumerable<(string, int)> Row(int month, string starts) => starts.Split(' ').Select(start => (start, month));
}
