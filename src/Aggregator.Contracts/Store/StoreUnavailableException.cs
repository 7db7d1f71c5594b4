namespace Aggregator.Store;

/// <summary>The store can't be read or written: the disk is full, the folder read-only, the database away.</summary>
[GenerateSerializer, Alias("store-unavailable")]
public sealed class StoreUnavailableException : Exception
{
    /// <summary>A store that can't be used.</summary>
    /// <param name="message">What is wrong, and what its owner can do.</param>
    /// <param name="inner">What the driver said, or null.</param>
    public StoreUnavailableException(string message, Exception? inner = null) : base(message, inner) { }
}
