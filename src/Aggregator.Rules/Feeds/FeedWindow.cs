namespace Aggregator.Feeds;

/// <summary>Which stretch of a topic's feed a document shows. The default is what feed readers subscribe to: the newest entries.</summary>
public sealed record FeedWindow
{
    /// <summary>Entries of a page where nobody asks for another number, and of every archive document.</summary>
    public const int PageCount = 50;

    /// <summary>The newest entries, as feed readers subscribe to them.</summary>
    public static FeedWindow Newest { get; } = new();

    /// <summary>Entries below this position; null for the newest.</summary>
    public long? Before { get; init; }

    /// <summary>How many entries, 1 to 500; null for <see cref="PageCount"/>.</summary>
    public int? Limit { get; init; }

    /// <summary>The archive document of this number (RFC 5005), from 1; null for a page.</summary>
    public long? Archive { get; init; }

    /// <summary>True for one item an event that is edited as more becomes known; false for one item a change.</summary>
    public bool PerEvent { get; init; }

    /// <summary>The moment by which what is shown was recorded; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>True for what a reader subscribes to and the hub tells of: the newest entries, as many as there are where nobody asks for another number.</summary>
    public bool IsFollowed => this == Newest with { PerEvent = PerEvent };

    /// <summary>How many entries the window holds at most.</summary>
    public int Count => Archive is null ? Limit ?? PageCount : PageCount;

    /// <summary>The position that the window ends before.</summary>
    public long End => Archive is { } number ? EndOf(number) + 1 : Before ?? long.MaxValue;

    /// <summary>The last position in an archive document.</summary>
    /// <param name="archive">Its number, from 1.</param>
    public static long EndOf(long archive) => archive > long.MaxValue / PageCount - 1 ? long.MaxValue - 1 : archive * PageCount;

    /// <summary>The archive documents that are complete at a position; 0 when none is.</summary>
    /// <param name="position">The topic's last position.</param>
    public static long ArchiveCount(long position) => position / PageCount;

    /// <summary>The number of the archive document that holds a position.</summary>
    /// <param name="position">The position, from 1.</param>
    public static long ArchiveOf(long position) => (position + PageCount - 1) / PageCount;
}
