using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;
using Aggregator.Extraction.Time;

namespace Aggregator.Extraction.Figures;

/// <summary>Finds every figure of people harmed in a document. Holds no state; linear in the document's length.</summary>
internal static class CasualtyReader
{
    /// <summary>What begins an expression of several words; every other cue only goes on with one, or stands beside a word of harm.</summary>
    private const Cue Beginnings = Cue.Carried | Cue.Carrying | Cue.Treated | Cue.Condition | Cue.Injury | Cue.Held | Cue.Survive | Cue.Lives | Cue.Fled | Cue.Moved
        | Cue.Forced | Cue.Number | Cue.Outcome | Cue.Shot;

    /// <summary>The figures of a document, in the order of the text, each once.</summary>
    /// <param name="read">The document.</param>
    /// <param name="published">The day it was published; periods are resolved against it.</param>
    /// <param name="mentions">Who and where the document speaks of; without them figures have neither nationality nor place.</param>
    internal static IReadOnlyList<FigureReading> Read(ReadText read, DateOnly published, DocumentMentions? mentions = null)
    {
        var found = new List<FigureReading>();
        for (var i = 0; i < read.Count; i++)
        {
            using var atoms = Atoms.Of(read[i]);
            ReadSentence(read, i, atoms, new SentenceDates(atoms, published), mentions, found);
        }
        return Settle(read, found);
    }

    /// <summary>Adds a sentence's figures to those of the sentences before it.</summary>
    /// <param name="read">The document.</param>
    /// <param name="index">The sentence's index.</param>
    /// <param name="atoms">Its atoms.</param>
    /// <param name="dates">Its dates.</param>
    /// <param name="mentions">Who and where it speaks of, or null.</param>
    /// <param name="found">The figures so far.</param>
    internal static void ReadSentence(ReadText read, int index, Atoms atoms, SentenceDates dates, DocumentMentions? mentions, List<FigureReading> found)
    {
        // Most sentences have no word that any rule begins with.
        if ((atoms.Senses & Vocabulary.HarmSenses) == 0 && (atoms.Cues & Beginnings) == 0) return;
        using var sentence = new FigureSentence(read[index], atoms, index, dates, mentions);
        ReadSentence(sentence);
        var first = found.Count;
        FigureBuilder.Build(sentence, found);
        // "A woman is killed every 11 minutes": a rate, and no one woman.
        if (found.Count > first && IsRate(atoms)) found.RemoveRange(first, found.Count - first);
        if (found.Count > first) AddCaveat(read, index, found, first);
    }

    private static bool IsRate(Atoms atoms)
    {
        for (var i = 0; i + 1 < atoms.Count; i++)
            if (atoms.IsWord(i, "every") && atoms[i + (atoms[i + 1].Is(Sense.TimeUnit) ? 1 : 2)].Is(Sense.TimeUnit) && !atoms.IsWord(i + 1, "single")) return true;
        return false;
    }

    /// <summary>The figures of all sentences, each once.</summary>
    internal static IReadOnlyList<FigureReading> Settle(ReadText read, List<FigureReading> found)
    {
        Increments.Mark(read, found);
        return PublicScenes.Mark(read, FigureLedger.Settle(found));
    }

    /// <summary>A warning in the sentence itself or in the next one holds for the last figure given.</summary>
    private static void AddCaveat(ReadText read, int sentence, List<FigureReading> found, int first)
    {
        var caveat = Caveats.In(read[sentence]) ?? (sentence + 1 < read.Count ? Caveats.In(read[sentence + 1]) : null);
        if (caveat is null) return;
        for (var i = first; i < found.Count; i++) found[i] = found[i] with { Figure = found[i].Figure with { Caveat = caveat } };
    }

    private static void ReadSentence(FigureSentence sentence)
    {
        if (sentence.Groups.Count == 0 && sentence.Numbers.Count == 0) return;
        for (var at = 0; at < sentence.Atoms.Count; at++)
        {
            ref readonly var atom = ref sentence.Atoms[at];
            if (atom.Is(Sense.HarmVerb | Sense.SufferVerb | Sense.HarmAdjective)) VerbalRules.Read(sentence, at);
            if (atom.Is(Sense.HarmNoun | Sense.HarmVerb)) NominalRules.Read(sentence, at);
            if (atom.Is(Sense.HarmNoun | Sense.Toll) || atom.Is(Cue.Number)) TollRules.Read(sentence, at);
        }
        for (var at = 0; at < sentence.Atoms.Count; at++)
        {
            ConditionRules.Read(sentence, at);
            OutcomeRules.Read(sentence, at);
            LossRules.Read(sentence, at);
        }
        VictimNouns.Read(sentence);
    }
}
