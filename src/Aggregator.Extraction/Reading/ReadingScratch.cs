using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading;

/// <summary>The room one sentence at a time is read in. Not safe for two threads at once.</summary>
internal sealed class ReadingScratch(ReadingModel model)
{
    internal SentenceWords Words { get; } = new(new WordMemory(model.Dictionary, model.Network.Encoder));

    internal ParserState Tree { get; } = new();

    internal NetworkRoom Room { get; } = new();

    internal byte[] FixedTags { get; } = new byte[Reader.SentenceTokensMax];

    internal int[] Heads { get; } = new int[Reader.SentenceTokensMax];

    internal Relation[] Relations { get; } = new Relation[Reader.SentenceTokensMax];
}
