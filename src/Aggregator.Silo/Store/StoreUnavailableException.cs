namespace Aggregator.Store;

/// <summary>The store can't be read or written: the disk is full, the folder read-only, the database away.</summary>
/// <param name="message">What is wrong, and what its owner can do.</param>
/// <param name="inner">What the driver said.</param>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
