namespace Aggregator.Extraction.Figures;

/// <summary>What the grammars know of one word form.</summary>
/// <param name="Senses">Its senses; none for an unknown word.</param>
/// <param name="Value">The number, month, weekday or count of days that it stands for.</param>
/// <param name="Measure">For a word of harm: what it counts.</param>
/// <param name="Who">For a person word: the group, or null for people at large.</param>
/// <param name="Cue">What it adds to an expression of several words.</param>
internal readonly record struct Lexeme(
    Sense Senses, long Value = 0, CasualtyMeasure Measure = CasualtyMeasure.Killed, CountedGroup? Who = null, Cue Cue = Cue.None)
{
    /// <summary>Whether it has any of the senses.</summary>
    internal bool Is(Sense any) => (Senses & any) != 0;

    /// <summary>Whether it has any of the cues.</summary>
    internal bool Is(Cue any) => (Cue & any) != 0;

    /// <summary>Both words' knowledge in one; where both have a value, a measure or a group, the later one's.</summary>
    internal Lexeme With(in Lexeme later) => new(
        Senses | later.Senses,
        later.Value != 0 ? later.Value : Value,
        later.Is(Vocabulary.HarmSenses) ? later.Measure : Measure,
        later.Who ?? Who,
        Cue | later.Cue);
}
