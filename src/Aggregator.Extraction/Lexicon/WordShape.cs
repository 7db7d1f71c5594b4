namespace Aggregator.Extraction.Lexicon;

/// <summary>What a word looks like and how it stands.</summary>
[Flags]
internal enum WordShape : ushort
{
    None = 0,
    /// <summary>Its first unit is a capital letter.</summary>
    Capital = 1,
    /// <summary>It has two letters or more, all of them capitals.</summary>
    AllCapitals = 2,
    /// <summary>Its first unit is a digit.</summary>
    Digit = 4,
    /// <summary>It is one mark of punctuation or a symbol.</summary>
    Mark = 8,
    /// <summary>It is the first word of a sentence.</summary>
    First = 16,
    /// <summary>No white space stands between it and the word before.</summary>
    Glued = 32,
    /// <summary>It ends in a period that belongs to it: <c>U.S.</c>, <c>Gen.</c>, an initial.</summary>
    Abbreviation = 64,
    /// <summary>The clitic <c>'s</c>, or the lone apostrophe after a plural.</summary>
    Clitic = 128,
    /// <summary>It begins with a small letter.</summary>
    Small = 256,
    /// <summary>It stands in a sentence whose words are all in capitals or all begin with one: a headline.</summary>
    Headline = 512,
}
