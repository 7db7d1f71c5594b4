using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>Where an article stands among the open events of a block.</summary>
/// <param name="Founded">The events that it founded with the reports that did, in the order of those.</param>
/// <param name="ToldCount">In how many events it tells what another article founded.</param>
internal readonly record struct ArticleStand(ImmutableArray<(ReportId Report, EventId Event)> Founded, int ToldCount)
{
    internal static readonly ArticleStand None = new([], 0);

    /// <summary>True when it tells no open event.</summary>
    internal bool IsNone => Founded.IsEmpty && ToldCount == 0;

    /// <summary>
    /// The one event of it that counts where rarity is counted: of several happenings that one article tells only the first, and none of an article that
    /// tells what was known, for they share its words.
    /// </summary>
    internal EventId? Counted => ToldCount > 0 || Founded.IsEmpty ? null : Founded[0].Event;

    /// <summary>With one event more.</summary>
    /// <param name="id">The event.</param>
    /// <param name="founder">The report of the article that founded it; null where another's did.</param>
    internal ArticleStand With(EventId id, ReportId? founder) => founder is { } report
        ? this with { Founded = Founded.Insert(~Founded.BinarySearch((report, id), ByReport), (report, id)) }
        : this with { ToldCount = ToldCount + 1 };

    /// <summary>Without one that it was made with.</summary>
    /// <param name="id">The event.</param>
    /// <param name="founder">As it was given then.</param>
    internal ArticleStand Without(EventId id, ReportId? founder) => founder is { } report
        ? this with { Founded = Founded.Remove((report, id)) }
        : this with { ToldCount = ToldCount - 1 };

    private static readonly Comparer<(ReportId Report, EventId Event)> ByReport = Comparer<(ReportId Report, EventId Event)>.Create(
        static (one, other) => string.CompareOrdinal(one.Report.Value, other.Report.Value) is var order && order != 0 ? order : string.CompareOrdinal(one.Event.Value, other.Event.Value));
}
