using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>The open events of one block, and the terms by which they are found. Immutable: resolving a batch makes a new one.</summary>
public sealed record Block
{
    internal Block(
        BlockKey key, ImmutableDictionary<EventId, OpenEvent> events, ImmutableDictionary<ReportId, EventId> byReport,
        ImmutableDictionary<ArticleId, ArticleStand> byArticle, TermIndex index, int countedCount) =>
        (Key, Events, ByReport, ByArticle, Index, CountedCount) = (key, events, byReport, byArticle, index, countedCount);

    /// <summary>The block's key.</summary>
    public BlockKey Key { get; }

    /// <summary>Its open events.</summary>
    public ImmutableDictionary<EventId, OpenEvent> Events { get; }

    /// <summary>The event that each report heard of was resolved into.</summary>
    public ImmutableDictionary<ReportId, EventId> ByReport { get; }

    /// <summary>Where each article stands: which events it founded, and in how many it tells what was known.</summary>
    internal ImmutableDictionary<ArticleId, ArticleStand> ByArticle { get; }

    /// <summary>By which terms its events are found.</summary>
    internal TermIndex Index { get; }

    /// <summary>How many events count where rarity is counted.</summary>
    internal int CountedCount { get; }

    /// <summary>A block without events.</summary>
    /// <param name="key">The block's key.</param>
    public static Block Empty(BlockKey key) =>
        new(key, ImmutableDictionary<EventId, OpenEvent>.Empty, ImmutableDictionary<ReportId, EventId>.Empty,
            ImmutableDictionary<ArticleId, ArticleStand>.Empty, TermIndex.Empty, 0);

    /// <summary>The block with these events added, or put in the place of what it had under their ids.</summary>
    /// <param name="events">Events.</param>
    public Block With(IEnumerable<OpenEvent> events)
    {
        var draft = new BlockDraft(this);
        foreach (var open in events) draft.Put(open);
        return draft.ToBlock();
    }

    /// <summary>A delivery with the very words that the block's events have already: of equal words one is kept in memory, however many reports have it.</summary>
    /// <param name="delivery">A delivery of the block.</param>
    public ReportDelivery Shared(ReportDelivery delivery) => delivery with { Keywords = [.. delivery.Keywords.Select(Index.Terms.Kept)] };

    /// <summary>How like two events are by what their reports say together, as rare as words are among the open events now.</summary>
    /// <param name="one">An event with standing reports.</param>
    /// <param name="other">Another.</param>
    public Likeness Weigh(OpenEvent one, OpenEvent other) => one.Centre is { } left && other.Centre is { } right
        ? SamenessRule.Weigh(left, right, new BlockDraft(this).Rarity)
        : new Likeness(0, [new("reports", 0, "no report of one of them stands")]);

    /// <summary>The block without events whose last article was published before a moment.</summary>
    /// <param name="moment">The moment, UTC.</param>
    public Block Since(DateTimeOffset moment)
    {
        var old = Events.Values.Where(open => open.Event.LastPublishedAt < moment).ToList();
        if (old.Count == 0) return this;
        // Where most go, the index is made anew of the others, in the order in which they came: it keeps the places and terms of those that went.
        if (2 * old.Count > Events.Count) return Empty(Key).With(Events.Values.Where(open => open.Event.LastPublishedAt >= moment).OrderBy(open => open.Place));
        var draft = new BlockDraft(this);
        foreach (var open in old) draft.Remove(open);
        return draft.ToBlock();
    }
}
