namespace Aggregator.Extraction.Time;

/// <summary>How an expression lies in time.</summary>
internal enum DateShape : byte
{
    /// <summary>When something happened, however precisely: "on Thursday", "in February", "last year".</summary>
    Point,
    /// <summary>From one date to another: "from September to November last year", "in recent weeks".</summary>
    Period,
    /// <summary>From a date until the day of publication: "since 2014", "so far this year".</summary>
    Since,
    /// <summary>A length of time that ends with the day of publication: "over nearly three years", "the past 24 hours".</summary>
    Duration,
}
