using Aggregator.Extraction.Lexicon;
using Xunit;

namespace Aggregator.Extraction.Mentions;

/// <summary>Reads a text with the built-in lexicon and finds the mention of some words in it.</summary>
internal sealed class Read(string text, string published = "2025-06-01")
{
    private static readonly MentionReader s_reader = new(Gazetteer.Load());

    public DocumentMentions Mentions { get; } = s_reader.Read(text, DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The mention over the last unit of these words, where they stand for the nth time (from 1).</summary>
    public Mention? Of(string words, int nth = 1)
    {
        var at = -1;
        for (var i = 0; i < nth; i++) at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The text has no '{words}'.");
        return Mentions.At(at + words.Length - 1);
    }

    public string SpanOf(Mention mention) => text.Substring(mention.Span.Start, mention.Span.Length);
}
