using Aggregator.Extraction.Lexicon;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Mentions;

/// <summary>A stretch of text that names a party or a place, or points back to one.</summary>
public sealed class Mention
{
    internal Mention(TextSpan span, MentionKind kind, string rule) => (Span, NameSpan, Kind, Rule) = (span, span, kind, rule);

    /// <summary>The whole mention in the document's text, with title and nationality: <c>Kenyan President Daniel Otieno</c>.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>The name alone: <c>Daniel Otieno</c>; the same as <see cref="Span"/> where there is nothing else.</summary>
    public TextSpan NameSpan { get; internal set; }

    /// <summary>What it names.</summary>
    public MentionKind Kind { get; internal set; }

    /// <summary>Whom it belongs to: ISO 3166-1 alpha-3, <c>IGO:…</c>, <c>NGO:…</c> or <c>NSA:…</c>; null when unknown.</summary>
    public string? Code { get; internal set; }

    /// <summary>PLOVER's actor role (<c>GOV</c>, <c>MIL</c>, <c>OPP</c>, <c>REB</c>, <c>CVL</c>, <c>MED</c>, <c>COP</c>, <c>JUD</c>, …), or null.</summary>
    public string? Role { get; internal set; }

    /// <summary>The fullest name that the document or the lexicon gives; null when it has none.</summary>
    public string? FullName { get; internal set; }

    /// <summary>The office in lower case, as the lexicon writes it (<c>foreign minister</c>); null when none is told.</summary>
    public string? Office { get; internal set; }

    /// <summary>Number of the entity in <see cref="DocumentMentions.Entities"/>; -1 when it points to several or to none.</summary>
    public int EntityId { get; internal set; } = -1;

    /// <summary>Entities that a plural points to (<c>the two leaders</c>, <c>the leaders of Chad and Niger</c>); empty otherwise.</summary>
    public IReadOnlyList<int> Members { get; internal set; } = [];

    /// <summary>The gazetteer's place, for a place or a capital; null otherwise.</summary>
    public PlaceSense? Place { get; internal set; }

    /// <summary>Male or female, when name, title or pronoun tell.</summary>
    public Gender Gender { get; internal set; }

    /// <summary>Whether it names more than one.</summary>
    public bool IsPlural { get; internal set; }

    /// <summary>Whether the code was not said here but taken from what the document is about. Less certain.</summary>
    public bool IsInferred { get; internal set; }

    /// <summary>Whether the office is said to be over: former, ex-, then.</summary>
    public bool IsFormer { get; internal set; }

    /// <summary>The rule that found it, and those that completed it, for explanation: <c>person.title+demonym</c>.</summary>
    public string Rule { get; internal set; }

    internal int FirstWord { get; set; }

    internal int EndWord { get; set; }

    /// <summary>How many words the name alone has.</summary>
    internal int NameWords { get; set; }

    internal int Sentence { get; set; }

    internal OfficeSense? OfficeSense { get; set; }

    internal LeaderSense? Leader { get; set; }

    /// <summary>Of "the two ministers" which holders of an office it points to; null where it may be anybody.</summary>
    internal PairedOffice? Paired { get; set; }

    /// <summary>Index of the pronoun or description that owns it ("its president"); -1 when none does.</summary>
    internal int OwnerWord { get; set; } = -1;

    /// <summary>Whether it belongs to several, whose mentions follow up to <see cref="OwnerEndWord"/>.</summary>
    internal bool HasList { get; set; }

    internal bool IsDefinite { get; set; }

    /// <summary>The lexicon's sense of the state, body or group that it belongs to by the words taken in.</summary>
    internal Sense? OwnerSense { get; set; }

    /// <summary>One past the last word of what follows and belongs to it: "of the Kenyan army".</summary>
    internal int OwnerEndWord { get; set; }

    /// <summary>The name that an office stands beside.</summary>
    internal Mention? AppositionOf { get; set; }

    internal void Because(string rule) => Rule = Rule + "+" + rule;
}
