namespace Aggregator.Extraction.Lexicon;

/// <summary>The classes of <c>words.tsv</c>.</summary>
[Flags]
internal enum WordClasses : uint
{
    None = 0,
    Common = 1,
    Modifier = 2,
    Former = 4,
    Locative = 8,
    Speech = 16,
    Org = 32,
    Site = 64,
    Weak = 128,
    Particle = 256,
    He = 512,
    She = 1024,
    They = 2048,
    It = 4096,
    Possessive = 8192,
    Month = 16384,
    /// <summary>"Country", "nation": "the country" points back to a state.</summary>
    Land = 1 << 15,
    /// <summary>"Group", "bloc": "the group" points back to a body or an armed group.</summary>
    Group = 1 << 16,
    /// <summary>"Sides", "neighbours": "the two sides" points back to two parties.</summary>
    Pair = 1 << 17,
    /// <summary>Before the one that something belongs to: of, for, at.</summary>
    Owning = 1 << 18,
    /// <summary>Joins or opposes parties: with, against, between.</summary>
    Joining = 1 << 19,
    /// <summary>Neither begins nor continues a name.</summary>
    Function = 1 << 20,
    /// <summary>Any of the pronouns.</summary>
    Pronoun = He | She | They | It,
}
