namespace Aggregator.Extraction.Reading;

/// <summary>One word, clitic, number or punctuation mark of a sentence. Offsets are UTF-16 units of the document's text.</summary>
public struct Token
{
    /// <summary>Where it begins in the document's text.</summary>
    public int Start { get; internal set; }

    /// <summary>Its length; at least 1.</summary>
    public int Length { get; internal set; }

    /// <summary>One past its last unit.</summary>
    public readonly int End => Start + Length;

    /// <summary>Its span in the document's text.</summary>
    public readonly TextSpan Span => new(Start, Length);

    /// <summary>Its head's index in the sentence; -1 for the root.</summary>
    public short Head { get; internal set; }

    /// <summary>Its first dependent's index in the sentence, in the order of the text; -1 when it has none.</summary>
    public short FirstChild { get; internal set; }

    /// <summary>The next dependent of the same head; -1 for the last one.</summary>
    public short NextSibling { get; internal set; }

    /// <summary>Its part of speech.</summary>
    public Upos Tag { get; internal set; }

    /// <summary>Its finer part of speech: tense, number.</summary>
    public Penn Penn { get; internal set; }

    /// <summary>How it depends on its head.</summary>
    public Relation Relation { get; internal set; }

    /// <summary>Whether it was handed in as a <see cref="Unit"/>.</summary>
    public bool IsUnit { get; internal set; }

    internal int LemmaStart { get; set; }

    internal int LemmaLength { get; set; }
}
