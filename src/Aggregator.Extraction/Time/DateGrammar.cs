using Aggregator.Extraction.Figures;

namespace Aggregator.Extraction.Time;

/// <summary>
/// Finds the dates and periods of a sentence and resolves them against the publication date. Looks a fixed few atoms around,
/// so its time is linear.
/// </summary>
internal static class DateGrammar
{
    /// <summary>A sentence's dates, in the order of the text and without overlap.</summary>
    internal static List<DateExpression> Read(Atoms atoms, DateOnly published)
    {
        var dates = new List<DateExpression>();
        for (var at = 0; at < atoms.Count;)
        {
            if (!MayBegin(atoms, at))
            {
                at++;
                continue;
            }
            var scan = new DateScan(atoms, published, at);
            if (Periods.Read(scan) is { } period)
            {
                dates.Add(Express(atoms, at, period));
                at = period.End;
            }
            else if (Points.Read(scan) is { } point)
            {
                dates.Add(Express(atoms, at, point));
                at = point.End;
            }
            else at++;
        }
        return dates;
    }

    /// <summary>
    /// Whether a rule may begin at an atom: most words begin none, and need not be compared with what each rule asks for. Any word that belongs to a number may
    /// where the sentence has an "ago".
    /// </summary>
    private static bool MayBegin(Atoms atoms, int at)
    {
        ref readonly var atom = ref atoms[at];
        return atom.Kind == AtomKind.Digits || atom.Is(Cue.Date) || atom.Is(Sense.Month | Sense.Weekday) || (atom.Lexeme.Senses != Sense.None && (atoms.Cues & Cue.Ago) != 0);
    }

    private static DateExpression Express(Atoms atoms, int first, in Dated dated) => new(
        atoms.Span(first, dated.End - 1), atoms[first].Token, atoms[dated.End - 1].Token, dated.When, dated.Shape)
    {
        IsWeekday = dated.When.LengthDays == 1 && atoms[first].Is(Sense.Weekday) && (dated.End == first + 1 || atoms[first + 1].Is(Sense.DayPart)),
    };
}
