using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>The open events of one block. Immutable: resolving a batch makes a new one.</summary>
public sealed record Block
{
    private Block(BlockKey key, ImmutableDictionary<EventId, OpenEvent> events, ImmutableDictionary<ReportId, EventId> byReport) =>
        (Key, Events, ByReport) = (key, events, byReport);

    /// <summary>The block's key.</summary>
    public BlockKey Key { get; }

    /// <summary>Its open events.</summary>
    public ImmutableDictionary<EventId, OpenEvent> Events { get; }

    /// <summary>The event that each report heard of was resolved into.</summary>
    public ImmutableDictionary<ReportId, EventId> ByReport { get; }

    /// <summary>A block without events.</summary>
    /// <param name="key">The block's key.</param>
    public static Block Empty(BlockKey key) =>
        new(key, ImmutableDictionary<EventId, OpenEvent>.Empty, ImmutableDictionary<ReportId, EventId>.Empty);

    /// <summary>The block with these events added, or put in the place of what it had under their ids.</summary>
    /// <param name="events">Events.</param>
    public Block With(IEnumerable<OpenEvent> events)
    {
        var (byId, byReport) = (Events.ToBuilder(), ByReport.ToBuilder());
        foreach (var open in events)
        {
            byId[open.Event.Id] = open;
            foreach (var report in open.Deliveries.Keys) byReport[report] = open.Event.Id;
        }
        return new Block(Key, byId.ToImmutable(), byReport.ToImmutable());
    }

    /// <summary>The block without events whose last article was published before a moment.</summary>
    /// <param name="moment">The moment, UTC.</param>
    public Block Since(DateTimeOffset moment)
    {
        var old = Events.Values.Where(open => open.Event.LastPublishedAt < moment).ToList();
        return old.Count == 0
            ? this
            : new Block(Key, Events.RemoveRange(old.Select(open => open.Event.Id)), ByReport.RemoveRange(old.SelectMany(open => open.Deliveries.Keys)));
    }
}
