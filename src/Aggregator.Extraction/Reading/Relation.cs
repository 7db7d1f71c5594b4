namespace Aggregator.Extraction.Reading;

/// <summary>How a word depends on its head: the relations of Universal Dependencies for English, subtypes included.</summary>
public enum Relation : byte
{
    /// <summary>An unspecified dependency, and every token's before a parser has run.</summary>
    Dep,
    /// <summary>The head of the sentence.</summary>
    Root,
    /// <summary>Nominal subject of an active clause: who does it.</summary>
    Nsubj,
    /// <summary>Nominal subject of a passive clause: to whom it is done.</summary>
    NsubjPass,
    /// <summary>Subject of a clause whose predicate is itself a clause.</summary>
    NsubjOuter,
    /// <summary>Direct object.</summary>
    Obj,
    /// <summary>Indirect object.</summary>
    Iobj,
    /// <summary>Clausal subject.</summary>
    Csubj,
    /// <summary>Clausal subject of a passive clause.</summary>
    CsubjPass,
    /// <summary>Clausal subject of a clause whose predicate is itself a clause.</summary>
    CsubjOuter,
    /// <summary>Clausal complement with its own subject, quotations included.</summary>
    Ccomp,
    /// <summary>Clausal complement whose subject is found outside it.</summary>
    Xcomp,
    /// <summary>Oblique nominal of a predicate, usually with a preposition (its Case child).</summary>
    Obl,
    /// <summary>The by-phrase of a passive: who does it.</summary>
    OblAgent,
    /// <summary>Oblique nominal without a preposition: times ("on" left out), measures.</summary>
    OblUnmarked,
    /// <summary>Nominal that modifies a nominal, usually with a preposition.</summary>
    Nmod,
    /// <summary>Possessor.</summary>
    NmodPoss,
    /// <summary>Nominal modifier without a preposition: times, measures, places after a comma.</summary>
    NmodUnmarked,
    /// <summary>Title or description before a name: "President", "Mr.".</summary>
    NmodDesc,
    /// <summary>A second nominal for the same thing.</summary>
    Appos,
    /// <summary>Number that counts a noun.</summary>
    Nummod,
    /// <summary>Clause that modifies a noun, other than a relative clause.</summary>
    Acl,
    /// <summary>Relative clause.</summary>
    AclRelcl,
    /// <summary>Adjective that modifies a noun.</summary>
    Amod,
    /// <summary>Adverbial clause.</summary>
    Advcl,
    /// <summary>Relative clause that modifies a whole clause.</summary>
    AdvclRelcl,
    /// <summary>Adverb.</summary>
    Advmod,
    /// <summary>Auxiliary or modal.</summary>
    Aux,
    /// <summary>Auxiliary of a passive.</summary>
    AuxPass,
    /// <summary>The verb "be" before a predicate that is no verb.</summary>
    Cop,
    /// <summary>Word that marks a clause as subordinate: "that", "if", infinitive "to".</summary>
    Mark,
    /// <summary>Determiner.</summary>
    Det,
    /// <summary>Word before a determiner: "all the".</summary>
    DetPredet,
    /// <summary>Coordinating conjunction.</summary>
    Cc,
    /// <summary>First half of a paired conjunction: "both", "either".</summary>
    CcPreconj,
    /// <summary>Further conjunct; its head is the first one.</summary>
    Conj,
    /// <summary>Preposition of a nominal, or the possessive clitic.</summary>
    Case,
    /// <summary>Noun that modifies a noun directly.</summary>
    Compound,
    /// <summary>Particle of a phrasal verb.</summary>
    CompoundPrt,
    /// <summary>Further part of a name or date without inner structure; its head is the first part.</summary>
    Flat,
    /// <summary>Further word of a fixed expression: "more than", "because of".</summary>
    Fixed,
    /// <summary>Clause set beside another without a link: "he said" after a quotation.</summary>
    Parataxis,
    /// <summary>Person spoken to.</summary>
    Vocative,
    /// <summary>Expletive "there" or "it".</summary>
    Expl,
    /// <summary>Interjection or discourse marker.</summary>
    Discourse,
    /// <summary>Fronted or postponed element outside its clause.</summary>
    Dislocated,
    /// <summary>Further item of a list.</summary>
    List,
    /// <summary>Remnant of an elided predicate's arguments.</summary>
    Orphan,
    /// <summary>Further part of one word split by mistake.</summary>
    Goeswith,
    /// <summary>Abandoned words that the speaker repairs.</summary>
    Reparandum,
    /// <summary>Punctuation.</summary>
    Punct,
}
