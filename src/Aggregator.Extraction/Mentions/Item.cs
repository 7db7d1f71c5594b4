using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>A name of the lexicon found in a text, or a run of capitalised words, before phrases are built of them.</summary>
internal sealed class Item(int first, int end, Sense? sense)
{
    /// <summary>Index of its first word.</summary>
    public int First { get; set; } = first;

    /// <summary>One past its last word.</summary>
    public int End { get; set; } = end;

    /// <summary>The likeliest sense; null for a run.</summary>
    public Sense? Sense { get; set; } = sense;

    /// <summary>The gazetteer's place of this name, where there is one.</summary>
    public PlaceSense? Place { get; set; }

    /// <summary>All senses when there are several.</summary>
    public Sense[]? Others { get; init; }

    /// <summary>What the first name says of a run's person.</summary>
    public char FirstNameLetter { get; set; }

    /// <summary>Whether a run holds a word such as "Ministry" or "Council".</summary>
    public bool HasOrg { get; set; }

    /// <summary>The state inside a run's name: "Bank of Ghana".</summary>
    public string? OwnerCode { get; set; }

    public SenseKind? Kind => Sense?.Kind;

    public int Count => End - First;

    public bool IsRun => Sense is null;
}
