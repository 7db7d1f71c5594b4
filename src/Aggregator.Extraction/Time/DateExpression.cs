using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Time;

/// <summary>A date or period as a sentence gives it, resolved against the publication date.</summary>
/// <param name="Span">Its words in the document's text, without the preposition before a single date.</param>
/// <param name="FirstToken">The index of its first token in the sentence.</param>
/// <param name="LastToken">The index of its last token in the sentence.</param>
/// <param name="When">The days it covers; an open period ends on the day of publication.</param>
/// <param name="Shape">Whether it tells a point in time or a period.</param>
internal readonly record struct DateExpression(TextSpan Span, int FirstToken, int LastToken, OccurredOn When, DateShape Shape)
{
    /// <summary>Whether a bare weekday gives it, which may lie ahead as well as behind.</summary>
    internal bool IsWeekday { get; init; }

    /// <summary>Whether it says over what period something is counted, rather than when something happened.</summary>
    internal bool IsPeriod => Shape != DateShape.Point;
}
