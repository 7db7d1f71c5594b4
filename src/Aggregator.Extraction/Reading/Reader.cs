using System.Collections.Concurrent;

namespace Aggregator.Extraction.Reading;

/// <summary>
/// Reads English text: sentences, tokens, parts of speech, dependencies and lemmas. Holds no state of a document, so one reader
/// serves any number of threads. The time is linear in the text's length, whatever the text.
/// </summary>
/// <param name="model">The model to read with; null for <see cref="ReadingModel.English"/>.</param>
public sealed class Reader(ReadingModel? model = null)
{
    /// <summary>The longest sentence, in tokens; a longer one is cut.</summary>
    public const int SentenceTokensMax = 200;

    private static readonly int s_scratchMax = Environment.ProcessorCount;
    private readonly ConcurrentBag<ReadingScratch> _scratch = [];

    /// <summary>The model that this reader reads with.</summary>
    public ReadingModel Model { get; } = model ?? ReadingModel.English;

    /// <summary>Reads a document.</summary>
    /// <param name="text">Its text; paragraphs and headlines stand on lines of their own.</param>
    /// <returns>What was read; the caller disposes it.</returns>
    public ReadText Read(string text) => Read(text, []);

    /// <summary>Reads a document in which some spans are one token each.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="units">
    /// The spans, in the order of the text; one that overlaps an earlier one or lies outside the text is passed over.
    /// </param>
    /// <param name="wantsTree">
    /// Asked of each sentence when its tags and lemmas stand: whether it is to be parsed too, which is about half of the work.
    /// Null parses all. A sentence that is not parsed has no heads, and <see cref="Sentence.IsParsed"/> says so.
    /// </param>
    /// <returns>What was read; the caller disposes it.</returns>
    public ReadText Read(string text, IReadOnlyList<Unit> units, Func<Sentence, bool>? wantsTree = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(units);
        var read = new ReadText(text);
        Tokenizer.Split(read, units);
        if (!_scratch.TryTake(out var scratch)) scratch = new ReadingScratch(Model);
        for (var i = 0; i < read.Count; i++)
        {
            Tag(read, read.MutableTokens(i), scratch);
            if (wantsTree is null || wantsTree(read[i])) Parse(read, read.MutableTokens(i), scratch);
        }
        if (_scratch.Count < s_scratchMax) _scratch.Add(scratch);
        return read;
    }

    private void Tag(ReadText read, Span<Token> tokens, ReadingScratch scratch)
    {
        var words = scratch.Words;
        words.Start();
        for (var i = 0; i < tokens.Length; i++)
        {
            words.Add(HeadWord(read.Text, tokens[i]));
            scratch.FixedTags[i] = tokens[i].IsUnit ? (byte)(tokens[i].Tag + 1) : (byte)0;
        }
        Model.Tagger.Tag(words, scratch.FixedTags, scratch.Room);
        words.TakeTags(Model.Tags);
        for (var i = 0; i < tokens.Length; i++)
        {
            (tokens[i].Tag, tokens[i].Penn) = Model.Tags[words.Tags[i]];
            if (!tokens[i].IsUnit) TagRepair.Run(read.Text.AsSpan(tokens[i].Start, tokens[i].Length), ref tokens[i]);
            if (i > 0 && i + 1 < tokens.Length && tokens[i].Tag == Upos.Verb) TagRepair.RunBetween(ref tokens[i], tokens[i - 1], Model.Tags[words.Tags[i + 1]].Upos);
            read.WriteLemma(ref tokens[i]);
        }
    }

    private void Parse(ReadText read, Span<Token> tokens, ReadingScratch scratch)
    {
        Model.Parser.Parse(scratch.Words.Upos, scratch.Room, scratch.Tree);
        Model.Labeler.Label(scratch.Room, scratch.Tree, scratch.Relations);
        var heads = scratch.Heads.AsSpan(0, tokens.Length);
        for (var i = 0; i < heads.Length; i++) heads[i] = scratch.Tree[i].Head;
        VerbRepair.Run(read, tokens, heads, scratch.Relations.AsSpan(0, tokens.Length));
        TreeRepair.Run(read, tokens, heads, scratch.Relations.AsSpan(0, tokens.Length));
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            tokens[i].Relation = scratch.Relations[i];
            if (heads[i] == tokens.Length) continue;
            tokens[i].Head = (short)heads[i];
            tokens[i].NextSibling = tokens[heads[i]].FirstChild;
            tokens[heads[i]].FirstChild = (short)i;
        }
    }

    /// <summary>The word that stands for a token: of a unit the last one, else all of it.</summary>
    private static ReadOnlySpan<char> HeadWord(string text, in Token token)
    {
        var form = text.AsSpan(token.Start, token.Length);
        if (!token.IsUnit) return form;
        var space = form.TrimEnd().LastIndexOf(' ');
        return space < 0 ? form : form[(space + 1)..];
    }
}
