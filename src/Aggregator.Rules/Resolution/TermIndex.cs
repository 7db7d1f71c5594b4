namespace Aggregator.Resolution;

/// <summary>By which terms a block's open events are found. Never changed: a batch makes a new one that shares most of it.</summary>
/// <param name="Terms">The terms' numbers.</param>
/// <param name="Postings">By a term's number, the events that have it.</param>
/// <param name="Events">By its place, an event.</param>
/// <param name="PlaceCount">How many places were given.</param>
internal sealed record TermIndex(TermTable Terms, Paged<Posting> Postings, Paged<OpenEvent> Events, int PlaceCount)
{
    /// <summary>One without events, with numbers of its own.</summary>
    internal static TermIndex Empty => new(new TermTable(), Paged<Posting>.Empty, Paged<OpenEvent>.Empty, 0);
}
