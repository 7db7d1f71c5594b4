namespace Aggregator.Store;

/// <summary>A block as the store has it.</summary>
/// <param name="Version">Counts its appends; 0 when it has none.</param>
/// <param name="Events">Its open events.</param>
public sealed record StoredBlock(long Version, IReadOnlyList<StoredEvent> Events);
