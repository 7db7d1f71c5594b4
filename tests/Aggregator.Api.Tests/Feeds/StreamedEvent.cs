namespace Aggregator.Feeds;

/// <summary>A block of an event stream, as received.</summary>
/// <param name="Id">Its id where that is a position, or null.</param>
/// <param name="Type">Its event type.</param>
/// <param name="Data">Its data.</param>
/// <param name="Other">A line of it that is something else: a comment, the time to retry.</param>
/// <param name="Cursor">Its id, whatever it is.</param>
internal sealed record StreamedEvent(long? Id, string Type, string Data, string Other, string Cursor = "");
