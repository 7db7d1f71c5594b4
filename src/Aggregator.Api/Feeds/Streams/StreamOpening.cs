namespace Aggregator.Feeds;

/// <summary>What became of the wish to open a stream.</summary>
internal enum StreamOpening
{
    /// <summary>There is a place; it has to be given back.</summary>
    Opened,
    /// <summary>This node serves as many streams as it may, or stops.</summary>
    NodeIsFull,
    /// <summary>This client has as many streams as it may.</summary>
    ClientIsFull,
}
