using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading;

/// <summary>Gives each token of an encoded sentence the best class.</summary>
internal sealed class Tagger(TagSet tags, ReadingNetwork network)
{
    /// <summary>Encodes a sentence and tags it.</summary>
    /// <param name="words">Its words; takes the classes.</param>
    /// <param name="fixedTags">For a token whose universal tag is given, that tag plus one; zero for the others. May be empty.</param>
    /// <param name="room">Room to work in; holds the encoded sentence afterwards.</param>
    internal void Tag(SentenceWords words, ReadOnlySpan<byte> fixedTags, NetworkRoom room)
    {
        words.Memory.Learn(room);
        network.Encoder.Encode(words.Slots, words.Memory, room);
        network.Tags.Score(room.Normed.AsSpan(NetworkShape.Width), words.Count, room.Sums);
        for (var i = 0; i < words.Count; i++)
        {
            words.Tags[i] = fixedTags.Length > 0 && fixedTags[i] > 0
                ? tags.Of((Upos)(fixedTags[i] - 1), Penn.None)
                : (byte)Decision.Best(room.Sums.AsSpan(i * NetworkShape.TagColumns, tags.Count));
        }
    }
}
