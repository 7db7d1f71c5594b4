namespace Aggregator.Extraction.Figures;

/// <summary>What a numeric expression is for. Only a <see cref="Count"/> can count people.</summary>
internal enum NumberUse : byte
{
    /// <summary>How many.</summary>
    Count,
    /// <summary>How many of something that is no human being: tents, miles, votes.</summary>
    Measure,
    /// <summary>A share in percent.</summary>
    Percent,
    /// <summary>A sum of money.</summary>
    Money,
    /// <summary>Somebody's age.</summary>
    Age,
    /// <summary>A year of the calendar.</summary>
    Year,
    /// <summary>A day of the month, a time of day, or another part of a date.</summary>
    Clock,
    /// <summary>A place in an order: "third", "14th".</summary>
    Ordinal,
    /// <summary>A part of a whole: "two-thirds", "one in four", "1.5".</summary>
    Fraction,
    /// <summary>A name or a code: "Highway 61", "T-72", "7.65 pistol".</summary>
    Code,
    /// <summary>An unsaid number: "several", "many".</summary>
    Unsaid,
}
