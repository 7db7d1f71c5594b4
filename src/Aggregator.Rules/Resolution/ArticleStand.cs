using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>Where an article stands among the open events of a block.</summary>
/// <param name="Founded">The events that it founded, in the order of their ids.</param>
/// <param name="ToldCount">In how many events it tells what another article founded.</param>
internal readonly record struct ArticleStand(ImmutableArray<EventId> Founded, int ToldCount)
{
    internal static readonly ArticleStand None = new([], 0);

    /// <summary>True when it tells no open event.</summary>
    internal bool IsNone => Founded.IsEmpty && ToldCount == 0;

    /// <summary>
    /// The one event of it that counts where rarity is counted: of several happenings that one article tells only one, and none of an article that
    /// tells what was known, for they share its words.
    /// </summary>
    internal EventId? Counted => ToldCount > 0 || Founded.IsEmpty ? null : Founded[0];

    internal ArticleStand With(EventId id, bool founds) => founds
        ? this with { Founded = Founded.Insert(~Founded.BinarySearch(id, ById), id) }
        : this with { ToldCount = ToldCount + 1 };

    internal ArticleStand Without(EventId id, bool founded) => founded ? this with { Founded = Founded.Remove(id) } : this with { ToldCount = ToldCount - 1 };

    private static readonly Comparer<EventId> ById = Comparer<EventId>.Create(static (one, other) => string.CompareOrdinal(one.Value, other.Value));
}
