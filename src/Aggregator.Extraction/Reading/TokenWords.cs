namespace Aggregator.Extraction.Reading;

/// <summary>Word lists that the token scanner asks.</summary>
internal static class TokenWords
{
    /// <summary>Last parts of addresses of the web, where a full stop inside a word does not end a sentence.</summary>
    internal static readonly WordPairs Domains = WordPairs.Words("com org net gov edu co uk ru io info int eu");

    /// <summary>Units of measure that are written against their number and stand as a token of their own.</summary>
    internal static readonly WordPairs Measures = WordPairs.Words(
        "am pm AM PM km kg mm cm m ft mph kph lb lbs bn mn k K M B b tn mi in hr hrs min mg ml GB MW C F");

    /// <summary>Abbreviations that are words too, and are taken for those.</summary>
    internal static readonly WordPairs AlsoWords = WordPairs.Words("am pm sat sun mar max min fig mon op det al rep ed hon est co");

    /// <summary>Abbreviations only before a number.</summary>
    internal static readonly WordPairs BeforeNumbers = WordPairs.Words("No Nos no nos p pp art Art sec Sec c");

    /// <summary>Two words written as one; the second has two letters.</summary>
    internal static readonly WordPairs Contractions = WordPairs.Words("gonna Gonna wanna Wanna gotta Gotta");
}
