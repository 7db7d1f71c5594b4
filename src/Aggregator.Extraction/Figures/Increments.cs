using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>
/// Marks the figures of those who come on top of a total that is told beside them: "five more bodies were found, bringing the toll to 22". Both are right; the
/// smaller one is in the larger.
/// </summary>
internal static class Increments
{
    /// <summary>How far behind the new ones, in sentences, the total that they are in may stand.</summary>
    private const int SentencesMax = 1;

    private static readonly string[] s_further = ["more", "another", "additional", "further", "others", "new"];

    private static readonly string[] s_raising =
    [
        "bringing", "brought", "brings", "raising", "raised", "raises", "taking", "took", "takes", "pushing", "pushed", "pushes", "lifting", "lifted", "lifts", "driving",
        "swelling", "increasing", "increased",
    ];

    /// <summary>Marks them in a document's figures, which stand in the order of the text, before repeats are folded.</summary>
    internal static void Mark(ReadText read, List<FigureReading> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is not { Rule: "toll", Figure: { Measure: var measure, Count.Low: { } total } } toll) continue;
            var raises = IsRaised(read[toll.Sentence], toll);
            for (var j = Math.Max(0, i - 4); j < Math.Min(found.Count, i + 3); j++)
            {
                if (found[j].Rule == "toll" || found[j].Figure is not { Count: { Low: { } few, High: { } } } figure || figure.Measure != measure || few >= total) continue;
                var apart = toll.Sentence - found[j].Sentence;
                if (apart is < 0 or > SentencesMax || !((apart == 0 && raises && j < i) || IsFurther(read[found[j].Sentence], found[j].Evidence))) continue;
                found[j] = found[j] with { Figure = figure with { IsIncrement = true, Cumulative = figure.Cumulative && figure.Period is not null } };
            }
        }
    }

    /// <summary>"Five more", "another 12", "two others".</summary>
    private static bool IsFurther(Sentence sentence, TextSpan evidence)
    {
        for (var token = 0; token < sentence.Count; token++)
            if (sentence[token].Start >= evidence.Start && sentence[token].End <= evidence.End && IsOneOf(sentence.Form(token), s_further)) return true;
        return false;
    }

    /// <summary>"…, bringing the toll to 22": what stands before raises it.</summary>
    private static bool IsRaised(Sentence sentence, FigureReading toll)
    {
        for (var token = Math.Max(0, toll.TriggerToken - 6); token < toll.TriggerToken; token++)
            if (IsOneOf(sentence.Form(token), s_raising)) return true;
        return false;
    }

    private static bool IsOneOf(ReadOnlySpan<char> form, string[] words)
    {
        foreach (var word in words)
            if (form.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
