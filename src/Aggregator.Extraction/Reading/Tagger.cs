using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading;

/// <summary>Gives each token of an encoded sentence the best class.</summary>
internal sealed class Tagger(TagSet tags, ReadingNetwork network)
{
    /// <summary>Encodes a sentence and tags it.</summary>
    /// <param name="words">Its words, with their classes set.</param>
    /// <param name="fixedTags">For a token whose universal tag is given, that tag plus one; zero for the others. May be empty.</param>
    /// <param name="room">Room to work in; holds the encoded sentence afterwards.</param>
    /// <param name="classes">Where the classes go.</param>
    internal void Tag(ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> fixedTags, NetworkRoom room, Span<byte> classes)
    {
        network.Encoder.Encode(words, room);
        network.Tags.Score(room.Normed.AsSpan(NetworkShape.Width), words.Length, room.Sums);
        for (var i = 0; i < words.Length; i++)
        {
            classes[i] = fixedTags.Length > 0 && fixedTags[i] > 0
                ? tags.Of((Upos)(fixedTags[i] - 1), Penn.None)
                : (byte)Decision.Best(room.Sums.AsSpan(i * NetworkShape.TagColumns, tags.Count));
        }
    }
}
