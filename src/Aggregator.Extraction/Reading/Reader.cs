namespace Aggregator.Extraction.Reading;

/// <summary>
/// Reads English text: sentences, tokens, parts of speech, dependencies and lemmas. Holds no state of a document, so one reader
/// serves any number of threads. The time is linear in the text's length, whatever the text.
/// </summary>
public sealed class Reader
{
    /// <summary>The longest sentence, in tokens; a longer one is cut.</summary>
    public const int SentenceTokensMax = 200;

    private readonly Tokenizer _tokenizer = new();

    /// <summary>Reads a document.</summary>
    /// <param name="text">Its text; paragraphs and headlines stand on lines of their own.</param>
    /// <returns>What was read; the caller disposes it.</returns>
    public ReadText Read(string text) => Read(text, []);

    /// <summary>Reads a document in which some spans are one token each.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="units">The spans, in the order of the text and without overlap; one that is not is passed over.</param>
    /// <returns>What was read; the caller disposes it.</returns>
    public ReadText Read(string text, IReadOnlyList<Unit> units)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(units);
        var read = new ReadText(text);
        _tokenizer.Split(read, units);
        read.Lemmatize();
        return read;
    }
}
