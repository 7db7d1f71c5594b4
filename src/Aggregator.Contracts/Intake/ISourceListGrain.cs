using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>Takes in lists of feeds. Stateless; key 0.</summary>
[Alias("aggregator.source-list")]
public interface ISourceListGrain : IGrainWithIntegerKey
{
    /// <summary>Makes a source of each feed that an OPML document lists. A feed that was listed before keeps its source as it is.</summary>
    /// <param name="opml">The document, as it came.</param>
    [Alias("import")]
    Task<SourceListReply> ImportAsync(Immutable<byte[]> opml);
}
