namespace Aggregator.Extraction.Reading;

/// <summary>
/// A span that the reader is to take as one token: a name of several words, a figure, a date. The tagger keeps the tag that
/// is given here, and the parser sees the unit as its last word.
/// </summary>
/// <param name="Span">Where it stands; not empty.</param>
/// <param name="Tag">Its part of speech.</param>
public readonly record struct Unit(TextSpan Span, Upos Tag = Upos.Propn);
