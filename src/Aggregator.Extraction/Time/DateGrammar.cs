using Aggregator.Extraction.Figures;

namespace Aggregator.Extraction.Time;

/// <summary>
/// Finds the dates and periods of a sentence and resolves them against the publication date. Looks a fixed few atoms around,
/// so its time is linear.
/// </summary>
internal static class DateGrammar
{
    /// <summary>Adds a sentence's dates, in the order of the text and without overlap, to a list.</summary>
    internal static void Read(Atoms atoms, DateOnly published, List<DateExpression> into)
    {
        for (var at = 0; at < atoms.Count;)
        {
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

    private static DateExpression Express(Atoms atoms, int first, in Dated dated) => new(
        atoms.Span(first, dated.End - 1), atoms[first].Token, atoms[dated.End - 1].Token, dated.When, dated.Shape);
}
