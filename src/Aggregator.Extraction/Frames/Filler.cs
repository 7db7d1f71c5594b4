namespace Aggregator.Extraction.Frames;

/// <summary>What a condition asks of a slot's filler.</summary>
internal enum Filler
{
    /// <summary>Nothing: any will do.</summary>
    Any,

    /// <summary>To be in a class of words, or to be a word.</summary>
    Word,

    /// <summary>To be a state, body or force.</summary>
    Party,

    /// <summary>To be a person or people.</summary>
    Person,

    /// <summary>To be somebody who can be told what to do.</summary>
    Addressee,

    /// <summary>To be a person known by name or office.</summary>
    Named,

    /// <summary>To be an office or court, or a word for one.</summary>
    Official,

    /// <summary>To be armed forces, or a word for them.</summary>
    Force,

    /// <summary>To be an organisation.</summary>
    Body,

    /// <summary>To be a medium, or a word for one.</summary>
    Outlet,

    /// <summary>To be a country or place.</summary>
    Place,

    /// <summary>To be a place within a country, or a word for one.</summary>
    Town,

    /// <summary>To be several.</summary>
    Plural,
}
