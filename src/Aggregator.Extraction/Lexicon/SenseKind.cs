namespace Aggregator.Extraction.Lexicon;

/// <summary>What a name of the lexicon stands for. Of several senses of one name the smaller is the likelier.</summary>
public enum SenseKind : byte
{
    /// <summary>A state or territory.</summary>
    Country,
    /// <summary>An international, non-governmental or state body.</summary>
    Body,
    /// <summary>A non-state armed group.</summary>
    ArmedGroup,
    /// <summary>A word that stands for a government: Kremlin.</summary>
    Metonym,
    /// <summary>A capital, which stands for a place or a government.</summary>
    Capital,
    /// <summary>A person in <c>leaders.tsv</c>.</summary>
    Leader,
    /// <summary>A nationality as an adjective or for one person.</summary>
    Demonym,
    /// <summary>A nationality's people: Russians.</summary>
    People,
    /// <summary>A news agency, newspaper, broadcaster or site.</summary>
    Outlet,
    /// <summary>An office, rank or form of address.</summary>
    Office,
    /// <summary>A noun that with a nationality names a party: troops.</summary>
    Force,
    /// <summary>A place in the gazetteer.</summary>
    Place,
    /// <summary>A first name.</summary>
    FirstName,
}
