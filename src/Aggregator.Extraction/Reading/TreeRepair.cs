namespace Aggregator.Extraction.Reading;

/// <summary>
/// Mends what grammar forbids in a tree before it is used: each arc is decided by itself, so that an object may have got a preposition, an agent an active
/// verb, or a sentence no verb at all. Linear in the sentence.
/// </summary>
internal static class TreeRepair
{
    /// <summary>Mends a sentence's tree.</summary>
    /// <param name="tokens">Its tokens, with their tags.</param>
    /// <param name="heads">Their heads; the root's is the number of tokens.</param>
    /// <param name="relations">Their relations.</param>
    internal static void Run(Span<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        GiveVerb(tokens, heads, relations);
        GiveReceiver(tokens, heads, relations);
        FreeFromMeans(tokens, heads, relations);
        var root = tokens.Length;
        Span<bool> isPassive = stackalloc bool[root + 1];
        for (var at = 0; at < root; at++)
        {
            isPassive[at] |= tokens[at].Penn == Penn.Vbn;
            if (relations[at] is Relation.AuxPass or Relation.NsubjPass) isPassive[heads[at]] = true;
        }
        for (var at = 0; at < root; at++)
        {
            // "Spoke by phone": nobody's doing.
            if (relations[at] == Relation.OblAgent && !isPassive[heads[at]]) relations[at] = Relation.Obl;
            // "Made off with paintings": what has a preposition is no object.
            if (relations[at] == Relation.Case && relations[heads[at]] is Relation.Obj or Relation.Iobj && heads[at] > at) relations[heads[at]] = Relation.Obl;
        }
    }

    /// <summary>"Hackers stole data": where the only verb was taken for a participle before its object, and a noun stands before it, it is the predicate.</summary>
    private static void GiveVerb(Span<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        var count = tokens.Length;
        int verb = -1, noun = heads.IndexOf(count);
        for (var at = 0; at < count; at++)
        {
            if (tokens[at].Tag is Upos.Aux || tokens[at].Penn is Penn.Vbz or Penn.Vbp or Penn.Md || (tokens[at].Penn is Penn.Vbd && relations[at] != Relation.Amod)) return;
            if (relations[at] == Relation.Amod && heads[at] == noun && at < noun && tokens[at].Tag == Upos.Verb && tokens[at].Penn is Penn.Vbn or Penn.Vbd)
            {
                if (verb >= 0) return;
                verb = at;
            }
        }
        if (verb < 1 || heads[verb - 1] != noun || tokens[verb - 1].Tag is not (Upos.Noun or Upos.Propn or Upos.Pron)) return;
        var subject = verb - 1;
        for (var at = 0; at < count; at++)
        {
            if (heads[at] != noun || at == verb || at == subject) continue;
            if (relations[at] == Relation.Punct) heads[at] = verb;
            else if (at < subject) heads[at] = subject;
        }
        (heads[subject], relations[subject]) = (verb, Relation.Nsubj);
        (heads[noun], relations[noun]) = (verb, Relation.Obj);
        (heads[verb], relations[verb], tokens[verb].Penn) = (count, Relation.Root, Penn.Vbd);
    }

    /// <summary>"Gave Nepal 20 million dollars": a name between a verb and a number with its noun receives what is counted.</summary>
    private static void GiveReceiver(ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        for (var at = 1; at + 2 < tokens.Length; at++)
        {
            if (tokens[at].Tag != Upos.Propn || relations[at] != Relation.Compound || tokens[at + 1].Tag != Upos.Num || tokens[at - 1].Tag != Upos.Verb) continue;
            var given = heads[at];
            if (given < tokens.Length && relations[given] == Relation.Obj && heads[given] == at - 1 && !tokens[at].IsUnit) (heads[at], relations[at]) = (at - 1, Relation.Iobj);
        }
    }

    /// <summary>"Spoke by phone with her": what follows a bare noun with a short preposition goes with the verb, in the active; a means has no company of its own.</summary>
    private static void FreeFromMeans(ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        for (var at = 2; at < tokens.Length; at++)
        {
            var means = heads[at];
            if (relations[at] != Relation.Nmod || means >= at || means < 1 || heads[means] >= tokens.Length) continue;
            if (relations[means] is not (Relation.Obl or Relation.OblAgent) || tokens[means].Penn != Penn.Nn) continue;
            if (tokens[means - 1].Length == 2 && heads[means - 1] == means && relations[means - 1] == Relation.Case && tokens[heads[means]].Penn is Penn.Vbd or Penn.Vbz or Penn.Vbp)
                (heads[at], relations[at]) = (heads[means], Relation.Obl);
        }
    }
}
