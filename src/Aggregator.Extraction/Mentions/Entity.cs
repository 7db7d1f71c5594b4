namespace Aggregator.Extraction.Mentions;

/// <summary>One party or place of a document, whatever the words for it.</summary>
public sealed class Entity
{
    internal Entity(int id, MentionKind kind) => (Id, Kind) = (id, kind);

    /// <summary>Its number in <see cref="DocumentMentions.Entities"/>.</summary>
    public int Id { get; }

    /// <summary>What it is.</summary>
    public MentionKind Kind { get; internal set; }

    /// <summary>Whom it belongs to, or null.</summary>
    public string? Code { get; internal set; }

    /// <summary>PLOVER's actor role, or null.</summary>
    public string? Role { get; internal set; }

    /// <summary>The fullest name, or null.</summary>
    public string? FullName { get; internal set; }

    /// <summary>The office, or null.</summary>
    public string? Office { get; internal set; }

    /// <summary>What pronouns may tell of it.</summary>
    public Gender Gender { get; internal set; }

    /// <summary>Whether it is many.</summary>
    public bool IsPlural { get; internal set; }

    /// <summary>How many mentions it has.</summary>
    public int MentionCount { get; internal set; }

    internal IReadOnlyList<int> Members { get; set; } = [];

    internal string? OfficeSort { get; set; }

    internal double Salience { get; set; }

    internal int LastSentence { get; set; }
}
