using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>
/// Finds who and where a document speaks of, before it is parsed: hand <see cref="DocumentMentions.Units"/> to the reader, and
/// ask <see cref="DocumentMentions.At(int)"/> for the mention under a token afterwards. Holds no state of a document, so one serves
/// any number of threads. The time is linear in the text's length.
/// </summary>
/// <param name="gazetteer">The names it knows.</param>
public sealed class MentionReader(Gazetteer gazetteer)
{
    /// <summary>The names it knows.</summary>
    public Gazetteer Gazetteer { get; } = gazetteer ?? throw new ArgumentNullException(nameof(gazetteer));

    /// <summary>Finds the mentions of a text.</summary>
    /// <param name="text">The text; every span lies in it.</param>
    /// <param name="published">The day it was published: it decides which office a leader held.</param>
    public DocumentMentions Read(string text, DateOnly published)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var draft = new Draft(text, published, Gazetteer);
        Headlines.Mark(draft);
        NameSearch.Run(draft);
        RunSearch.Run(draft);
        new PhraseBuilder(draft).Run();
        Appositions.Link(draft);
        Acronyms.Define(draft);
        Scenes.Count(draft);
        return new Coreference(draft).Run();
    }
}
