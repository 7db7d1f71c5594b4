namespace Aggregator.Extraction.Mentions;

/// <summary>What a mention names.</summary>
public enum MentionKind : byte
{
    /// <summary>A state or territory by its name: Kenya.</summary>
    Country,
    /// <summary>A nationality as an adjective, or for one person: Kenyan.</summary>
    Demonym,
    /// <summary>A nationality's people: Kenyans, the French.</summary>
    People,
    /// <summary>A government by a word that stands for it: the Kremlin, or Nairobi where it acts.</summary>
    Government,
    /// <summary>A person by name, with or without title.</summary>
    Person,
    /// <summary>A person by office without a name: the Kenyan president.</summary>
    Office,
    /// <summary>An international, non-governmental or state body, company, party or other organisation.</summary>
    Body,
    /// <summary>A non-state armed group by name.</summary>
    ArmedGroup,
    /// <summary>A group or institution by a common noun: Kenyan troops, the ministry, rebels, police.</summary>
    Force,
    /// <summary>A news agency, newspaper, broadcaster or site.</summary>
    Outlet,
    /// <summary>A place that is not a state.</summary>
    Place,
    /// <summary>A pronoun: he, she, it, they and their forms.</summary>
    Pronoun,
    /// <summary>A description that points back: the country, the group, the two leaders.</summary>
    Description,
    /// <summary>A run of capitalised words of which nothing more is known.</summary>
    Name,
}
