using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>The open events that have a term.</summary>
/// <param name="Count">How many, of each founding article one: the several happenings that one article tells share its words.</param>
/// <param name="Latest">The places of the latest of them, at most <see cref="LatestCountMax"/>: a term in more is too common to find an event by.</param>
internal sealed record Posting(int Count, ImmutableArray<int> Latest)
{
    /// <summary>Most events kept of a term.</summary>
    internal const int LatestCountMax = 128;

    internal static readonly Posting Empty = new(0, []);

    internal Posting With(int place, bool counts) =>
        new(counts ? Count + 1 : Count, Latest.Length < LatestCountMax ? Latest.Add(place) : [.. Latest.AsSpan()[1..], place]);

    internal Posting Without(int place, bool counts) => new(counts ? Count - 1 : Count, Latest.Remove(place));
}
