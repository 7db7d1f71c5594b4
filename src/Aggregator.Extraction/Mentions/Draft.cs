using Aggregator.Extraction.Lexicon;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Mentions;

/// <summary>One document's words and what has been found in them so far.</summary>
internal sealed class Draft : IDisposable
{
    public Draft(string text, DateOnly published, Gazetteer gazetteer)
    {
        (Text, Published, Gazetteer) = (text, published, gazetteer);
        WordScanner.Scan(text, gazetteer.Vocabulary, Words);
        ItemAt = System.Buffers.ArrayPool<int>.Shared.Rent(Words.Count + 1);
        ItemAt.AsSpan(0, Words.Count + 1).Fill(-1);
    }

    public string Text { get; }

    public DateOnly Published { get; }

    public Gazetteer Gazetteer { get; }

    public WordList Words { get; } = new();

    public List<Item> Items { get; } = [];

    /// <summary>For each word the index of the item that covers it, or -1.</summary>
    public int[] ItemAt { get; }

    public List<Mention> Mentions { get; } = [];

    /// <summary>How often each state is spoken of by names that can mean nothing else.</summary>
    public Dictionary<string, int> Support { get; } = new(StringComparer.Ordinal);

    /// <summary>How often the text places things in each state: "in Kenya", "near Mombasa".</summary>
    public Dictionary<string, int> Scenes { get; } = new(StringComparer.Ordinal);

    /// <summary>How often a state's leaders are named without their state: a text says less of those at home.</summary>
    public Dictionary<string, int> Homes { get; } = new(StringComparer.Ordinal);

    /// <summary>The item that covers a word; null when none does, or there is no such word.</summary>
    public Item? Covering(int word) => word >= 0 && word < Words.Count && ItemAt[word] >= 0 ? Items[ItemAt[word]] : null;

    public ReadOnlySpan<char> Form(int word) => Text.AsSpan(Words[word].Start, Words[word].Length);

    public bool IsMark(int word, char mark) =>
        word >= 0 && word < Words.Count && Words[word].Length == 1 && Text[Words[word].Start] == mark;

    public bool Is(int word, WordClasses classes) => word >= 0 && word < Words.Count && Words[word].Is(classes);

    public bool Has(int word, WordShape shape) => word >= 0 && word < Words.Count && Words[word].Has(shape);

    public bool IsWord(int word, string form) =>
        word >= 0 && word < Words.Count && Form(word).Equals(form, StringComparison.OrdinalIgnoreCase);

    public bool SameSentence(int one, int other) =>
        one >= 0 && other >= 0 && one < Words.Count && other < Words.Count && Words[one].Sentence == Words[other].Sentence;

    public TextSpan SpanOf(int first, int end) => TextSpan.FromBounds(Words[first].Start, Words[end - 1].End);

    public string TextOf(int first, int end)
    {
        var span = SpanOf(first, end);
        var text = Text.Substring(span.Start, span.Length);
        return text.Contains('\n', StringComparison.Ordinal) ? text.Replace('\n', ' ') : text;
    }

    public void Cover(Item item, int index)
    {
        for (var word = item.First; word < item.End; word++) ItemAt[word] = index;
    }

    public void Dispose()
    {
        Words.Dispose();
        System.Buffers.ArrayPool<int>.Shared.Return(ItemAt);
    }
}
