namespace Aggregator.Store;

/// <summary>A step of a backfill.</summary>
/// <param name="Cursor">How far it has come; null when it is done.</param>
public sealed record BackfillMove(long? Cursor);
