namespace Aggregator.Extraction.Reading;

/// <summary>A word's part of speech: the seventeen universal tags of Universal Dependencies, in their usual order.</summary>
public enum Upos : byte
{
    /// <summary>Something else: foreign words, fragments, and every token before a tagger has run.</summary>
    X,
    /// <summary>Adjective.</summary>
    Adj,
    /// <summary>Preposition or postposition.</summary>
    Adp,
    /// <summary>Adverb.</summary>
    Adv,
    /// <summary>Auxiliary, copula or modal.</summary>
    Aux,
    /// <summary>Coordinating conjunction.</summary>
    Cconj,
    /// <summary>Determiner.</summary>
    Det,
    /// <summary>Interjection.</summary>
    Intj,
    /// <summary>Common noun.</summary>
    Noun,
    /// <summary>Numeral.</summary>
    Num,
    /// <summary>Particle: "to" before a verb, "not", the possessive clitic.</summary>
    Part,
    /// <summary>Pronoun.</summary>
    Pron,
    /// <summary>Proper noun.</summary>
    Propn,
    /// <summary>Punctuation.</summary>
    Punct,
    /// <summary>Subordinating conjunction.</summary>
    Sconj,
    /// <summary>Symbol: currency, percent, arithmetic, emoticons.</summary>
    Sym,
    /// <summary>Verb other than an auxiliary.</summary>
    Verb,
}
