using System.Buffers;

namespace Aggregator.Extraction.Reading;

/// <summary>
/// A document that has been read: its sentences with tokens, tags, heads and lemmas, in arrays rented from the shared pool.
/// Dispose it when done; its sentences must not be used afterwards. Safe for many readers at once until then.
/// </summary>
public sealed class ReadText : IDisposable
{
    /// <summary>Longer words, in UTF-16 units, keep the dictionary form they have.</summary>
    private const int RewrittenMax = 60;

    private Token[] _tokens = ArrayPool<Token>.Shared.Rent(256);
    private int[] _sentenceStarts = ArrayPool<int>.Shared.Rent(32);
    private char[] _lemmas = [];
    private int _tokenCount;
    private int _lemmaLength;
    private int _lemmaCount;
    private int _lemmaTextEnd;

    internal ReadText(string text) => Text = text;

    /// <summary>The document's text, which every offset refers to.</summary>
    public string Text { get; }

    /// <summary>How many sentences it has; zero for a text of white space.</summary>
    public int Count { get; private set; }

    /// <summary>How many tokens all its sentences have.</summary>
    public int TokenCount => _tokenCount;

    /// <summary>The sentence at an index, in the order of the text.</summary>
    public Sentence this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new Sentence(this, _sentenceStarts[index], SentenceEnd(index) - _sentenceStarts[index]);
        }
    }

    internal ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _tokenCount);

    /// <summary>A token of the document.</summary>
    internal ref readonly Token TokenAt(int index) => ref _tokens[index];

    /// <summary>Gives the arrays back. Safe to call twice.</summary>
    public void Dispose()
    {
        if (_tokens.Length > 0) ArrayPool<Token>.Shared.Return(_tokens);
        if (_sentenceStarts.Length > 0) ArrayPool<int>.Shared.Return(_sentenceStarts);
        if (_lemmas.Length > 0) ArrayPool<char>.Shared.Return(_lemmas);
        (_tokens, _sentenceStarts, _lemmas, _tokenCount, Count) = ([], [], [], 0, 0);
    }

    /// <summary>The tokens of the sentence that has not ended yet.</summary>
    internal ReadOnlySpan<Token> Pending => Tokens[(Count == 0 ? 0 : _sentenceStarts[Count])..];

    internal ReadOnlySpan<char> LemmaOf(in Token token) => _lemmas.AsSpan(token.LemmaStart, token.LemmaLength);

    internal Span<Token> MutableTokens(int sentence) =>
        _tokens.AsSpan(_sentenceStarts[sentence], SentenceEnd(sentence) - _sentenceStarts[sentence]);

    internal void Add(int start, int end, Upos tag = Upos.X, bool isUnit = false)
    {
        if (_tokenCount == _tokens.Length) Grow(ref _tokens);
        _tokens[_tokenCount++] = new Token
        {
            Start = start, Length = end - start, Tag = tag, IsUnit = isUnit, Head = -1, FirstChild = -1, NextSibling = -1,
        };
    }

    /// <summary>Ends a sentence after the tokens added so far; does nothing when none were added since the last one.</summary>
    internal void EndSentence()
    {
        var start = Count == 0 ? 0 : _sentenceStarts[Count];
        if (_tokenCount == start) return;
        if (Count + 1 >= _sentenceStarts.Length) Grow(ref _sentenceStarts);
        _sentenceStarts[Count++] = start;
        _sentenceStarts[Count] = _tokenCount;
    }

    /// <summary>Writes a token's lemma behind the others. Of a unit it is the whole form in lower case.</summary>
    internal void WriteLemma(ref Token token)
    {
        if (_lemmas.Length == 0) _lemmas = ArrayPool<char>.Shared.Rent(Text.Length + (_tokenCount * Lemmatizer.GrowthMax) + 1);
        var form = Text.AsSpan(token.Start, token.Length);
        var room = _lemmas.AsSpan(_lemmaLength);
        token.LemmaStart = _lemmaLength;
        token.LemmaLength = token.IsUnit ? form.ToLowerInvariant(room) : Lemmatizer.Write(form, token.Tag, room);
        _lemmaLength += token.LemmaLength;
        _lemmaCount++;
        _lemmaTextEnd = token.Start + token.Length;
    }

    /// <summary>Writes a token's dictionary form anew, in the place of the old one, after its tag was mended.</summary>
    internal void RewriteLemma(ref Token token)
    {
        Span<char> room = stackalloc char[RewrittenMax + Lemmatizer.GrowthMax];
        if (token.IsUnit || token.Length > RewrittenMax) return;
        var length = Lemmatizer.Write(Text.AsSpan(token.Start, token.Length), token.Tag, room);
        if (length > token.LemmaLength)
        {
            // "Froze" is longer as "freeze": it goes behind the others, where those still to be written leave room.
            var toCome = Text.Length - _lemmaTextEnd + ((_tokenCount - _lemmaCount) * Lemmatizer.GrowthMax);
            if (_lemmaLength + length + toCome > _lemmas.Length) return;
            token.LemmaStart = _lemmaLength;
            _lemmaLength += length;
        }
        room[..length].CopyTo(_lemmas.AsSpan(token.LemmaStart));
        token.LemmaLength = length;
    }

    private int SentenceEnd(int sentence) => _sentenceStarts[sentence + 1];

    private static void Grow<T>(ref T[] array)
    {
        var larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
