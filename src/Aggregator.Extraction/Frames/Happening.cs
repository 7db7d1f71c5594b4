using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>What one trigger tells, before repeats within the article are folded.</summary>
internal sealed class Happening
{
    /// <summary>The sentence's index.</summary>
    public required int Sentence { get; init; }

    /// <summary>The trigger's index in the sentence.</summary>
    public required int Trigger { get; init; }

    /// <summary>The light verb that carries the trigger, or the trigger itself.</summary>
    public required int Anchor { get; init; }

    /// <summary>The frame that matched.</summary>
    public required Frame Frame { get; init; }

    /// <summary>What happened.</summary>
    public required EventKind Kind { get; set; }

    /// <summary>How it was done or by what, in PLOVER's manner; null when the words do not say.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether its words set it apart from what was told before: "a second quake", "an aftershock".</summary>
    public bool IsFurther { get; init; }

    /// <summary>The trigger whose consequence it is: "exploded, killing five"; -1 where there is none.</summary>
    public int ResultOf { get; init; } = -1;

    /// <summary>Whether a noun tells it.</summary>
    public required bool IsNominal { get; init; }

    /// <summary>Whether the noun that tells it, or does it, points back: "the attack", "that strike", "the quake hit".</summary>
    public bool IsDefinite { get; init; }

    /// <summary>The tokens of its subjects.</summary>
    public List<int> Doers { get; } = [];

    /// <summary>The token that its noun hangs on, as an apposition or with a preposition; -1 otherwise.</summary>
    public int HeadToken { get; init; } = -1;

    /// <summary>What the trigger is about: the tokens of its objects. "Condemned the launch" is directed at who launched.</summary>
    public List<int> Objects { get; } = [];

    /// <summary>Whether somebody does it whom a personal pronoun names, or who is of no one state: "allies".</summary>
    public bool Speaks { get; set; }

    /// <summary>Whether "I" or "we" do it: whoever is quoted.</summary>
    public bool IsFirstPerson { get; set; }

    /// <summary>The happening that this one was folded into, or null.</summary>
    public Happening? FoldedInto { get; set; }

    /// <summary>Who does it.</summary>
    public List<Player> Actors { get; } = [];

    /// <summary>To whom.</summary>
    public List<Player> Recipients { get; } = [];

    /// <summary>How far it has come.</summary>
    public EventStatus Status { get; set; }

    /// <summary>Why.</summary>
    public string StatusRule { get; set; } = "";

    /// <summary>The word that told the status, or null.</summary>
    public TextSpan? StatusSpan { get; set; }

    /// <summary>What made it another kind than its frame's, with the words that did; mostly empty.</summary>
    public List<(string Rule, TextSpan Span)> Turns { get; } = [];

    /// <summary>What it is about.</summary>
    public List<HappeningContext> Contexts { get; } = [];

    /// <summary>The words that tell it.</summary>
    public required TextSpan Span { get; set; }

    /// <summary>Further words that tell it, elsewhere.</summary>
    public List<TextSpan> Also { get; } = [];

    /// <summary>When, or null.</summary>
    public OccurredOn? When { get; set; }

    /// <summary>The date's words.</summary>
    public TextSpan? WhenSpan { get; set; }

    /// <summary>How the date was found.</summary>
    public string WhenRule { get; set; } = "";

    /// <summary>Where, or null.</summary>
    public Place? Where { get; set; }

    /// <summary>The place's words.</summary>
    public TextSpan? WhereSpan { get; set; }

    /// <summary>How the place was found.</summary>
    public string WhereRule { get; set; } = "";

    /// <summary>Who says so.</summary>
    public Attribution Attribution { get; set; } = Attribution.None;

    /// <summary>Of what is said: hashes of the words that tell what it is about; empty for deeds.</summary>
    public IReadOnlyList<uint> Content { get; set; } = [];

    /// <summary>How sure the reading is, 0 to 1.</summary>
    public double Strength { get; set; }
}
