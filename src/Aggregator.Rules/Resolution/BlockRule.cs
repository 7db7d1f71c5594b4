using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// Which block a report falls into: its kind's family, and nothing finer. Outlets choose between the kinds of a family for one happening;
/// of one happening they name other parties, or another place, or none, so that a block by those would part what belongs together.
/// </summary>
public static class BlockRule
{
    /// <summary>The family of calls, meetings and mediation.</summary>
    internal const string Talks = "talks";

    /// <summary>The family of violence and disasters, and of figures that belong to no told happening.</summary>
    internal const string Harm = "harm";

    /// <summary>A report's block.</summary>
    /// <param name="report">The report.</param>
    /// <param name="about">The report of the happening that a figure belongs to, or null: a figure goes where its happening goes.</param>
    public static BlockKey Of(Report report, Report? about) => BlockKey.Parse(FamilyOf((about ?? report).Kind));

    /// <summary>The family of a kind: kinds that outlets choose between for one happening.</summary>
    /// <param name="kind">The kind.</param>
    public static string FamilyOf(EventKind kind) => kind switch
    {
        EventKind.Call or EventKind.Meeting or EventKind.Mediation => Talks,
        EventKind.Attack or EventKind.Crime or EventKind.Disaster or EventKind.Casualties => Harm,
        EventKind.Appeal or EventKind.Demand => "request",
        _ => Wire.WireName.From(kind),
    };
}
