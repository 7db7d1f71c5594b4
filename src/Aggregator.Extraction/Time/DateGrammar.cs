using System.Collections.Frozen;
using Aggregator.Extraction.Figures;

namespace Aggregator.Extraction.Time;

/// <summary>
/// Finds the dates and periods of a sentence and resolves them against the publication date. Looks a fixed few atoms around,
/// so its time is linear.
/// </summary>
internal static class DateGrammar
{
    /// <summary>Words without a sense of their own that a date or period may begin with.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_openers = new[]
    {
        "early", "mid", "late", "last", "next", "this", "past", "today", "tonight", "yesterday", "tomorrow", "overnight", "earlier", "later", "current",
        "previous", "coming", "from", "between", "since", "so", "already", "the", "recent", "over", "during", "throughout", "in", "within",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a sentence's dates, in the order of the text and without overlap, to a list.</summary>
    internal static void Read(Atoms atoms, DateOnly published, List<DateExpression> into)
    {
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
                into.Add(Express(atoms, at, period));
                at = period.End;
            }
            else if (Points.Read(scan) is { } point)
            {
                into.Add(Express(atoms, at, point));
                at = point.End;
            }
            else at++;
        }
    }

    /// <summary>Whether a rule may begin at an atom: most words begin none, and need not be compared with what each rule asks for.</summary>
    private static bool MayBegin(Atoms atoms, int at)
    {
        ref readonly var atom = ref atoms[at];
        return atom.Kind == AtomKind.Digits || atom.Lexeme.Senses != Sense.None || (atom.Kind == AtomKind.Word && s_openers.Contains(atoms.Form(at)));
    }

    private static DateExpression Express(Atoms atoms, int first, in Dated dated) => new(
        atoms.Span(first, dated.End - 1), atoms[first].Token, atoms[dated.End - 1].Token, dated.When, dated.Shape)
    {
        IsWeekday = dated.When.LengthDays == 1 && atoms[first].Is(Sense.Weekday) && (dated.End == first + 1 || atoms[first + 1].Is(Sense.DayPart)),
    };
}
