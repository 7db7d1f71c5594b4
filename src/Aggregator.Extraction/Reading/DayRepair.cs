namespace Aggregator.Extraction.Reading;

/// <summary>Parts a weekday from a noun beside it that a tree took for its kind or for a name of it. Linear in the sentence.</summary>
internal static class DayRepair
{
    /// <summary>Mends a sentence's tree.</summary>
    /// <param name="read">The document.</param>
    /// <param name="tokens">Its tokens, with their tags.</param>
    /// <param name="heads">Their heads; the root's is the number of tokens.</param>
    /// <param name="relations">Their relations.</param>
    internal static void Run(ReadText read, ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        FreeNounBehind(tokens, heads, relations);
        FreeNounBefore(read, tokens, heads, relations);
    }

    /// <summary>"Dismissed on Thursday warnings by the envoy": the day was read as a name of the warnings, and both as one phrase.</summary>
    private static void FreeNounBehind(ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        for (var day = 2; day + 1 < tokens.Length; day++)
        {
            var noun = heads[day];
            if (relations[day] != Relation.Compound || tokens[day].Tag != Upos.Propn || tokens[day].IsUnit || noun <= day || noun >= tokens.Length || tokens[noun].Tag != Upos.Noun) continue;
            var preposition = day - 1;
            if (relations[preposition] != Relation.Case || heads[preposition] != noun || tokens[preposition].Length != 2) continue;
            var verb = heads[noun];
            if (verb != preposition - 1 || tokens[verb].Tag != Upos.Verb || relations[noun] is not (Relation.Obl or Relation.Nmod)) continue;
            (heads[preposition], heads[day], relations[day], relations[noun]) = (day, verb, Relation.Obl, Relation.Obj);
        }
    }

    /// <summary>"Announced a truce Wednesday with the rebels": the noun was read as a kind of Wednesday.</summary>
    private static void FreeNounBefore(ReadText read, ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        for (var noun = 1; noun + 1 < tokens.Length; noun++)
        {
            if (tokens[noun].Tag != Upos.Noun || relations[noun] is not (Relation.Amod or Relation.Compound or Relation.NmodDesc) || !IsDay(read, tokens[noun + 1])) continue;
            int day = noun + 1, top = day;
            if (heads[day] == day + 1 && day + 1 < tokens.Length && IsPartOfDay(read, tokens[day + 1])) top = day + 1;
            if (heads[noun] != top || heads[top] == noun || relations[top] is Relation.Root) continue;
            (heads[noun], relations[noun]) = (heads[top], relations[top]);
            (heads[top], relations[top]) = (heads[noun] < tokens.Length && tokens[heads[noun]].Tag == Upos.Verb ? heads[noun] : noun, Relation.OblUnmarked);
            for (var at = 0; at < tokens.Length; at++)
                if (heads[at] == top && at != noun && at != day) heads[at] = noun;
        }
    }

    private static bool IsDay(ReadText read, in Token token) =>
        token.Penn == Penn.Nnp && read.Text.AsSpan(token.Start, token.Length) is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday";

    private static bool IsPartOfDay(ReadText read, in Token token) => read.Text.AsSpan(token.Start, token.Length) is "morning" or "afternoon" or "evening" or "night";
}
