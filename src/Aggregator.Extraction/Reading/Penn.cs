namespace Aggregator.Extraction.Reading;

/// <summary>The finer part of speech of the Penn Treebank: it tells tense, number and kind of punctuation.</summary>
public enum Penn : byte
{
    /// <summary>No tag yet.</summary>
    None,
    /// <summary>Coordinating conjunction.</summary>
    Cc,
    /// <summary>Cardinal number.</summary>
    Cd,
    /// <summary>Determiner.</summary>
    Dt,
    /// <summary>Existential "there".</summary>
    Ex,
    /// <summary>Foreign word.</summary>
    Fw,
    /// <summary>Preposition or subordinating conjunction.</summary>
    In,
    /// <summary>Adjective.</summary>
    Jj,
    /// <summary>Comparative adjective.</summary>
    Jjr,
    /// <summary>Superlative adjective.</summary>
    Jjs,
    /// <summary>List item marker.</summary>
    Ls,
    /// <summary>Modal.</summary>
    Md,
    /// <summary>Noun, singular or mass.</summary>
    Nn,
    /// <summary>Noun, plural.</summary>
    Nns,
    /// <summary>Proper noun, singular.</summary>
    Nnp,
    /// <summary>Proper noun, plural.</summary>
    Nnps,
    /// <summary>Predeterminer.</summary>
    Pdt,
    /// <summary>Possessive clitic.</summary>
    Pos,
    /// <summary>Personal pronoun.</summary>
    Prp,
    /// <summary>Possessive pronoun.</summary>
    PrpPoss,
    /// <summary>Adverb.</summary>
    Rb,
    /// <summary>Comparative adverb.</summary>
    Rbr,
    /// <summary>Superlative adverb.</summary>
    Rbs,
    /// <summary>Particle.</summary>
    Rp,
    /// <summary>Symbol.</summary>
    Sym,
    /// <summary>The word "to" before a verb.</summary>
    To,
    /// <summary>Interjection.</summary>
    Uh,
    /// <summary>Verb, base form.</summary>
    Vb,
    /// <summary>Verb, past tense.</summary>
    Vbd,
    /// <summary>Verb, gerund or present participle.</summary>
    Vbg,
    /// <summary>Verb, past participle.</summary>
    Vbn,
    /// <summary>Verb, present, not third person singular.</summary>
    Vbp,
    /// <summary>Verb, present, third person singular.</summary>
    Vbz,
    /// <summary>Wh-determiner.</summary>
    Wdt,
    /// <summary>Wh-pronoun.</summary>
    Wp,
    /// <summary>Possessive wh-pronoun.</summary>
    WpPoss,
    /// <summary>Wh-adverb.</summary>
    Wrb,
    /// <summary>Address: URL or e-mail.</summary>
    Add,
    /// <summary>Affix.</summary>
    Afx,
    /// <summary>Part of a word split by mistake.</summary>
    Gw,
    /// <summary>Hyphen.</summary>
    Hyph,
    /// <summary>Superfluous punctuation, ornaments.</summary>
    Nfp,
    /// <summary>Currency sign.</summary>
    Dollar,
    /// <summary>Opening quotation mark.</summary>
    OpenQuote,
    /// <summary>Closing quotation mark.</summary>
    CloseQuote,
    /// <summary>Opening bracket.</summary>
    OpenBracket,
    /// <summary>Closing bracket.</summary>
    CloseBracket,
    /// <summary>Comma.</summary>
    Comma,
    /// <summary>Colon, semicolon, dash.</summary>
    Colon,
    /// <summary>Mark that ends a sentence.</summary>
    Stop,
}
