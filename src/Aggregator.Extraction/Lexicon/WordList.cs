using System.Buffers;

namespace Aggregator.Extraction.Lexicon;

/// <summary>The words of one text, in an array rented from the shared pool.</summary>
internal sealed class WordList : IDisposable
{
    private Word[] _words = ArrayPool<Word>.Shared.Rent(512);

    public int Count { get; private set; }

    public ref readonly Word this[int index] => ref _words[index];

    public ReadOnlySpan<Word> Span => _words.AsSpan(0, Count);

    public void Add(in Word word)
    {
        if (Count == _words.Length) Grow();
        _words[Count++] = word;
    }

    public void Mark(int index, WordShape shape) => _words[index] = _words[index] with { Shape = _words[index].Shape | shape };

    public void Clear() => Count = 0;

    public void Dispose()
    {
        if (_words.Length > 0) ArrayPool<Word>.Shared.Return(_words);
        (_words, Count) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<Word>.Shared.Rent(_words.Length * 2);
        _words.CopyTo(larger, 0);
        ArrayPool<Word>.Shared.Return(_words);
        _words = larger;
    }
}
