using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Frames;

/// <summary>A class of words that a condition names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Words">Its words; null where no class has the name, which then is the one word.</param>
/// <param name="HasPhrases">Whether some of it are of several words.</param>
internal readonly record struct FrameClass(string Name, WordTable<string>? Words, bool HasPhrases)
{
    /// <summary>Whether a word is in the class.</summary>
    public bool Holds(ReadOnlySpan<char> lemma) => Words is { } words ? words.Contains(lemma) : lemma.SequenceEqual(Name);
}
