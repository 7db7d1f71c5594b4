namespace Aggregator.Store.Copying;

/// <summary>What a copy has done.</summary>
/// <param name="Table">The table.</param>
/// <param name="RowCount">Its rows in the target so far.</param>
/// <param name="Verified">True once both databases were seen to hold the same rows.</param>
public sealed record CopyStep(string Table, long RowCount, bool Verified);
