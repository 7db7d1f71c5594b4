using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>Finds every figure of people harmed in a document. Holds no state; linear in the document's length.</summary>
internal static class CasualtyReader
{
    /// <summary>The figures of a document, in the order of the text, each once.</summary>
    /// <param name="read">The document.</param>
    /// <param name="published">The day it was published.</param>
    internal static IReadOnlyList<FigureReading> Read(ReadText read, DateOnly published)
    {
        var found = new List<FigureReading>();
        for (var i = 0; i < read.Count; i++)
        {
            using var sentence = new FigureSentence(read[i], i, published);
            ReadSentence(sentence);
            FigureBuilder.Build(sentence, found);
        }
        return FigureLedger.Settle(found);
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
            LossRules.Read(sentence, at);
        }
    }
}
