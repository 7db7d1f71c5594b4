using System.Diagnostics.CodeAnalysis;

namespace Aggregator.Intake;

/// <summary>What came of reading a document as a feed: the feed, or a refusal.</summary>
public sealed class FeedReading
{
    internal FeedReading(FeedDocument document) => Document = document;

    internal FeedReading(FeedFault fault, string detail) => Refusal = new FeedRefusal(fault, detail);

    /// <summary>The feed, or null when it was refused.</summary>
    public FeedDocument? Document { get; }

    /// <summary>Why it was refused, or null when it was read.</summary>
    public FeedRefusal? Refusal { get; }

    /// <summary>True when it was read.</summary>
    [MemberNotNullWhen(true, nameof(Document)), MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Document is not null;
}
