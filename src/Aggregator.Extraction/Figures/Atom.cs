using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>What an <see cref="Atom"/> is.</summary>
internal enum AtomKind : byte
{
    /// <summary>A word.</summary>
    Word,
    /// <summary>A number in digits.</summary>
    Digits,
    /// <summary>A punctuation mark or symbol.</summary>
    Mark,
    /// <summary>A name of several words that was handed in as one.</summary>
    Name,
}

/// <summary>
/// The smallest piece the grammars read: a token, or a part of one. "23-year-old" is five atoms and "12,300" is one, however the
/// tokenizer has cut them.
/// </summary>
internal readonly record struct Atom
{
    /// <summary>Where it begins in the document's text, in UTF-16 units.</summary>
    internal required int Start { get; init; }

    /// <summary>Its length in UTF-16 units; at least 1.</summary>
    internal required int Length { get; init; }

    /// <summary>The index of its token in the sentence.</summary>
    internal required int Token { get; init; }

    /// <summary>What it is.</summary>
    internal required AtomKind Kind { get; init; }

    /// <summary>True when no white space stands before it.</summary>
    internal required bool Glued { get; init; }

    /// <summary>True when its first letter is a capital.</summary>
    internal bool Capital { get; init; }

    /// <summary>Its token's part of speech.</summary>
    internal Upos Tag { get; init; }

    /// <summary>Its first character, with every dash as '-' and every apostrophe as '\''.</summary>
    internal char First { get; init; }

    /// <summary>For digits: the number; fractions kept.</summary>
    internal double Number { get; init; }

    /// <summary>What the word means to the grammars.</summary>
    internal Lexeme Lexeme { get; init; }

    /// <summary>One past its last unit.</summary>
    internal int End => Start + Length;

    /// <summary>Whether its word has any of the senses.</summary>
    internal bool Is(Sense any) => Lexeme.Is(any);

    /// <summary>Whether its word has any of the cues.</summary>
    internal bool Is(Cue any) => Lexeme.Is(any);

    /// <summary>Whether it is this mark.</summary>
    internal bool IsMark(char mark) => Kind == AtomKind.Mark && First == mark;
}
