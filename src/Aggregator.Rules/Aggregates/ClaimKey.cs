using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>What figures must share to stand in one row: the measure, who is counted, of what nationality, where, over what and in what scope.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Who">Who is counted, or null.</param>
/// <param name="Nationality">Of what country, or null.</param>
/// <param name="Place">The place's name, lower case, or null.</param>
/// <param name="Period">The period, or null.</param>
/// <param name="Scope">What the figure covers.</param>
internal readonly record struct ClaimKey(CasualtyMeasure Measure, CountedGroup? Who, PartyCode? Nationality, string? Place, OccurredOn? Period, ClaimScope Scope)
{
    /// <summary>The key of a figure. One that gives no place has its event's.</summary>
    internal static ClaimKey Of(CasualtyFigure figure, NewsEvent newsEvent) => new(
        figure.Measure, figure.Who, figure.Nationality, NameOf(PlaceOf(figure, newsEvent)), figure.Cumulative ? figure.Period : null, ScopeOf(figure));

    internal static Place? PlaceOf(CasualtyFigure figure, NewsEvent newsEvent) => figure.Place ?? newsEvent.Place;

    internal static ClaimScope ScopeOf(CasualtyFigure figure) =>
        figure.IsIncrement ? ClaimScope.Increment : !figure.Cumulative ? ClaimScope.Incident : figure.Period is null ? ClaimScope.RunningTotal : ClaimScope.Period;

    /// <summary>True when a figure of the other could be the same count of an earlier or later period.</summary>
    internal bool CountsLike(ClaimKey other) => (Measure, Who, Nationality, Place) == (other.Measure, other.Who, other.Nationality, other.Place);

    private static string? NameOf(Place? place) => (place?.Entry ?? place?.Name)?.ToLowerInvariant();
}
