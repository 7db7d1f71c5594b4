namespace Aggregator.Intake;

/// <summary>Why a document is not read as a feed.</summary>
public enum FeedFault
{
    /// <summary>It is empty.</summary>
    Empty,
    /// <summary>It is larger than the limit.</summary>
    TooLarge,
    /// <summary>It is a web page.</summary>
    WebPage,
    /// <summary>It is XML or JSON, but no feed that we know.</summary>
    UnknownFormat,
    /// <summary>It is neither XML nor JSON, or too broken to tell.</summary>
    Unreadable,
}
