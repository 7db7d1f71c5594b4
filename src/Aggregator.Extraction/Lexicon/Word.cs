using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Lexicon;

/// <summary>One word or mark of a text as the lexicon cuts it: hyphens and the clitic <c>'s</c> stand alone, <c>U.S.</c> is one word.</summary>
internal readonly record struct Word(int Start, int Length, int Key, WordClasses Classes, WordShape Shape, int Sentence)
{
    /// <summary>One past its last unit.</summary>
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);

    public bool Is(WordClasses classes) => (Classes & classes) != 0;

    public bool Has(WordShape shape) => (Shape & shape) != 0;
}
