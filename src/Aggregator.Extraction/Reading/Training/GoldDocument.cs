using System.Text;

namespace Aggregator.Extraction.Reading.Training;

/// <summary>A treebank put back into running text, with each word's span in it.</summary>
/// <param name="Text">The text: sentences behind one another, paragraphs on lines of their own.</param>
/// <param name="Words">Its words.</param>
/// <param name="Sentences">Its sentences' spans.</param>
internal sealed record GoldDocument(string Text, IReadOnlyList<GoldDocument.Word> Words, IReadOnlyList<TextSpan> Sentences)
{
    internal static GoldDocument Of(IEnumerable<GoldSentence> sentences)
    {
        var (text, words, spans) = (new StringBuilder(), new List<Word>(), new List<TextSpan>());
        foreach (var sentence in sentences)
        {
            if (text.Length > 0) text.Append(sentence.BeginsParagraph ? '\n' : ' ');
            var placed = Place(sentence, text.Length);
            text.Append(sentence.Text);
            spans.Add(TextSpan.FromBounds(placed[0].Start, placed[^1].End));
            for (var i = 0; i < sentence.Count; i++)
            {
                TextSpan? head = sentence.Heads[i] == sentence.Count ? null : placed[sentence.Heads[i]];
                words.Add(new Word(placed[i], sentence.Tags[i].Upos, head, sentence.Relations[i]));
            }
        }
        return new GoldDocument(text.ToString(), words, spans);
    }

    /// <summary>Finds the words in their sentence's text, one behind the other.</summary>
    private static TextSpan[] Place(GoldSentence sentence, int offset)
    {
        var spans = new TextSpan[sentence.Count];
        var at = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            var found = sentence.Text.IndexOf(sentence.Forms[i], at, StringComparison.Ordinal);
            if (found < 0) found = at; // a word that its text does not show
            spans[i] = new TextSpan(offset + found, sentence.Forms[i].Length);
            at = Math.Min(found + sentence.Forms[i].Length, sentence.Text.Length);
        }
        return spans;
    }

    /// <summary>A word in the text; <c>Head</c> is its head's span, null for a root's.</summary>
    internal readonly record struct Word(TextSpan Span, Upos Tag, TextSpan? Head, Relation Relation);
}
