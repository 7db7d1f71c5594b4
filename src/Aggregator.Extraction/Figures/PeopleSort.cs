namespace Aggregator.Extraction.Figures;

/// <summary>How a noun phrase for human beings says how many they are.</summary>
internal enum PeopleSort : byte
{
    /// <summary>With a number and a noun: "at least 12 soldiers".</summary>
    Counted,
    /// <summary>With a number alone: "12".</summary>
    NumberOnly,
    /// <summary>One, newly introduced: "a woman", "another man".</summary>
    Indefinite,
    /// <summary>One who is known already: "the driver", "he", "Anna Beck".</summary>
    Definite,
    /// <summary>A pronoun for one: "he", "her".</summary>
    Pronoun,
    /// <summary>Several, not counted: "soldiers", "the victims".</summary>
    Uncounted,
}
