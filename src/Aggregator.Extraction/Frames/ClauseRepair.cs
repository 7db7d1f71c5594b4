using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Mends a common fault of trees: in "Thousands of miners demonstrated in Lima, police said" the past tense is read as a participle
/// that modifies the noun, and the clause is left without a verb. Where a clause is headed by a noun that has no predicate, the
/// participle after it becomes the clause's verb and the noun its subject. And in "cited a plan to send troops" the infinitive is the plan's.
/// </summary>
internal static class ClauseRepair
{
    /// <summary>How far behind its noun the verb may stand, in tokens.</summary>
    private const int ReachMax = 30;

    private const int ChainMax = 6;

    /// <summary>Mends a parsed sentence in place.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="tokens">Its tokens, to be changed.</param>
    /// <param name="governors">The nouns that take an infinitive.</param>
    public static void Run(Sentence sentence, Span<Token> tokens, StatusWords governors)
    {
        if (GiveInfinitives(sentence, tokens, governors)) Relink(tokens);
        for (var verb = 1; verb < tokens.Length; verb++) Activate(sentence, tokens, verb);
        for (var verb = 1; verb < tokens.Length; verb++)
            if (GiveAgent(sentence, tokens, verb)) Relink(tokens);
        for (var verb = 3; verb < tokens.Length - 2; verb++)
            if (SetIn(sentence, tokens, verb)) Relink(tokens);
        for (var verb = 3; verb < tokens.Length; verb++)
            if (FreeSayer(sentence, tokens, verb)) Relink(tokens);
        for (var noun = 2; noun < tokens.Length; noun++)
            if (LacksPredicate(sentence, noun) && FindVerbBefore(sentence, noun) is (var told and > 0, var subject))
            {
                Split(tokens, subject, told, noun);
                Relink(tokens);
            }
        for (var verb = 1; verb < tokens.Length; verb++)
            if (GivePaper(sentence, tokens, verb)) Relink(tokens);
        for (var noun = 0; noun < tokens.Length; noun++)
            if (LacksPredicate(sentence, noun) && FindVerb(sentence, noun) is var verb and > 0)
            {
                Promote(tokens, noun, verb);
                Relink(tokens);
            }
    }

    /// <summary>"The union called on the generals": a passive without an auxiliary, an agent or the brevity of a headline is none.</summary>
    private static void Activate(Sentence sentence, Span<Token> tokens, int verb)
    {
        if (tokens[verb].Tag != Upos.Verb || tokens[verb].Penn is not (Penn.Vbn or Penn.Vbd) || tokens[verb].Relation is not (Relation.Root or Relation.Ccomp or Relation.Conj)) return;
        if (!sentence.Form(tokens.Length - 1).SequenceEqual(".") || sentence.Child(verb, Relation.NsubjPass) is not (var subject and >= 0)) return;
        foreach (var child in sentence.Children(verb))
            if (tokens[child].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.OblAgent || (tokens[child].Relation == Relation.Conj && child < verb)) return;
        if (tokens[verb].Relation == Relation.Conj && sentence.Child(tokens[verb].Head, Relation.AuxPass) >= 0) return;
        tokens[subject].Relation = Relation.Nsubj;
        tokens[verb].Penn = Penn.Vbd;
    }

    /// <summary>"Food was sent to Haiti by Chile": a name has no agent, and the passive before it lacks one.</summary>
    private static bool GiveAgent(Sentence sentence, Span<Token> tokens, int verb)
    {
        if (tokens[verb].Tag != Upos.Verb || sentence.Child(verb, Relation.AuxPass) < 0 || sentence.Child(verb, Relation.OblAgent) >= 0) return false;
        foreach (var place in sentence.Children(verb))
        {
            if (place < verb || tokens[place].Tag != Upos.Propn || tokens[place].Relation != Relation.Obl) continue;
            foreach (var agent in sentence.Children(place))
                if (tokens[agent].Relation == Relation.Nmod && tokens[agent].Tag == Upos.Propn && sentence.Child(agent, Relation.Case) is var by and >= 0 && sentence.Form(by).SequenceEqual("by"))
                {
                    (tokens[agent].Head, tokens[agent].Relation) = ((short)verb, Relation.OblAgent);
                    return true;
                }
        }
        return false;
    }

    /// <summary>
    /// "Ecuador severed relations with Peru": the past tense was read as a participle before its object, and the subject as a name before both.
    /// The verb and its subject; -1 where there is no such pair.
    /// </summary>
    private static (int Verb, int Subject) FindVerbBefore(Sentence sentence, int noun)
    {
        if (!sentence.Form(sentence.Count - 1).SequenceEqual(".")) return (-1, -1);
        var verb = -1;
        foreach (var child in sentence.Children(noun))
            if (child < noun && sentence[child].Relation == Relation.Amod && sentence[child].Tag == Upos.Verb && sentence[child].Penn is Penn.Vbn or Penn.Vbd
                && !sentence.Form(child - 1 < 0 ? 0 : child - 1).SequenceEqual("-")) verb = child;
        if (verb < 1) return (-1, -1);
        var subject = -1;
        foreach (var child in sentence.Children(noun))
            if (child < verb && sentence[child].Relation is Relation.Compound or Relation.Nsubj or Relation.NmodDesc or Relation.NmodUnmarked
                && sentence[child].Tag is Upos.Noun or Upos.Propn) subject = child;
        return subject >= 0 && sentence.Child(noun, Relation.Det) is var article && (article < 0 || article > verb) ? (verb, subject) : (-1, -1);
    }

    /// <summary>"Passed a law banning groups": the law was read as a name of the groups, and the banning as their kind.</summary>
    private static bool GivePaper(Sentence sentence, Span<Token> tokens, int verb)
    {
        int paper = verb - 1, noun = tokens[verb].Head;
        if (tokens[verb].Penn != Penn.Vbg || tokens[verb].Relation != Relation.Amod || noun <= verb) return false;
        if ((tokens[paper].Head != noun && tokens[paper].Head != verb) || tokens[paper].Relation != Relation.Compound || !UnderstoodArguments.IsDocument(sentence.Lemma(paper))) return false;
        (tokens[paper].Head, tokens[paper].Relation) = (tokens[noun].Head, tokens[noun].Relation);
        (tokens[verb].Head, tokens[verb].Relation) = ((short)paper, Relation.Acl);
        (tokens[noun].Head, tokens[noun].Relation) = ((short)verb, Relation.Obj);
        for (var i = 0; i < paper; i++)
            if (tokens[i].Head == noun) tokens[i].Head = (short)paper;
        return true;
    }

    /// <summary>Makes a participle before a noun the clause's verb, with what stands before it as its subject and the noun as its object.</summary>
    private static void Split(Span<Token> tokens, int subject, int verb, int noun)
    {
        (tokens[verb].Head, tokens[verb].Relation, tokens[verb].Penn) = (tokens[noun].Head, tokens[noun].Relation, Penn.Vbd);
        (tokens[noun].Head, tokens[noun].Relation) = ((short)verb, Relation.Obj);
        (tokens[subject].Head, tokens[subject].Relation) = ((short)verb, Relation.Nsubj);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head != noun || i == verb) continue;
            if (i < subject) tokens[i].Head = (short)subject;
            else if (i < verb || tokens[i].Relation is Relation.Punct or Relation.Parataxis or Relation.Obl or Relation.OblUnmarked or Relation.Advmod) tokens[i].Head = (short)verb;
        }
    }

    /// <summary>Hangs an infinitive that follows "plan", "offer" or "threat" on that noun.</summary>
    private static bool GiveInfinitives(Sentence sentence, Span<Token> tokens, StatusWords governors)
    {
        var changed = false;
        for (var to = 1; to < tokens.Length - 1; to++)
        {
            if (tokens[to].Relation != Relation.Mark || !sentence.Lemma(to).SequenceEqual("to")) continue;
            int verb = tokens[to].Head, noun = to - 1;
            if (verb < to || tokens[verb].Relation != Relation.Advcl || tokens[noun].Tag != Upos.Noun || tokens[noun].Relation is not (Relation.Obj or Relation.NsubjPass)) continue;
            if (tokens[noun].Head != tokens[verb].Head || governors.OfNoun(sentence.Lemma(noun)) is null) continue;
            (tokens[verb].Head, tokens[verb].Relation) = ((short)noun, Relation.Acl);
            changed = true;
        }
        return changed;
    }

    /// <summary>"The mayor, officials said, urged them to leave": what stands before a set-in sayer is the subject of what stands behind it.</summary>
    private static bool SetIn(Sentence sentence, Span<Token> tokens, int verb)
    {
        if (tokens[verb].Penn is not (Penn.Vbd or Penn.Vbz or Penn.Vbn) || !sentence.Form(verb + 1).SequenceEqual(",") || sentence.Lemma(verb) is not ("say" or "report" or "add" or "claim")) return false;
        if (SwapSayer(sentence, tokens, verb)) return true;
        int told = LastClause(sentence, verb), sayer = sentence.Child(verb, Relation.Nsubj);
        if (told < verb || sayer < 0 || sayer > verb || sentence.Child(told, Relation.Nsubj) >= 0 || sentence.Child(told, Relation.NsubjPass) >= 0 || sentence.Child(told, Relation.Mark) >= 0) return false;
        var comma = verb - 1;
        while (comma > 0 && !sentence.Form(comma).SequenceEqual(",") && tokens[comma].Tag is not (Upos.Verb or Upos.Aux)) comma--;
        if (comma < 1 || sayer < comma || !sentence.Form(comma).SequenceEqual(",") || tokens[comma - 1].Tag is not (Upos.Noun or Upos.Propn or Upos.Pron)) return false;
        var subject = comma - 1;
        while (tokens[subject].Head >= 0 && tokens[subject].Head < comma) subject = tokens[subject].Head;
        if (tokens[subject].Tag is not (Upos.Noun or Upos.Propn or Upos.Pron) || sentence.Child(subject, Relation.Case) >= 0 || tokens[subject].Head == told) return false;
        (tokens[told].Head, tokens[told].Relation) = (tokens[verb].Head, tokens[verb].Relation);
        (tokens[verb].Head, tokens[verb].Relation) = ((short)told, Relation.Parataxis);
        (tokens[subject].Head, tokens[subject].Relation) = ((short)told, sentence.Child(told, Relation.AuxPass) >= 0 ? Relation.NsubjPass : Relation.Nsubj);
        return true;
    }

    /// <summary>The same, where who is told of was taken for who says it: the noun right before the verb of saying, behind a comma, says it.</summary>
    private static bool SwapSayer(Sentence sentence, Span<Token> tokens, int verb)
    {
        int told = tokens[verb].Head, subject = sentence.Child(verb, Relation.Nsubj), sayer = verb - 1;
        if (told <= verb || subject < 0 || subject >= sayer || tokens[sayer].Head != verb || tokens[sayer].Tag is not (Upos.Noun or Upos.Propn)) return false;
        if (tokens[verb].Relation != Relation.Advcl || !sentence.Form(sayer - 1).SequenceEqual(",") || sentence.Child(told, Relation.Nsubj) >= 0 || sentence.Child(told, Relation.NsubjPass) >= 0) return false;
        (tokens[verb].Relation, tokens[verb].Penn) = (Relation.Parataxis, Penn.Vbd);
        tokens[sayer].Relation = Relation.Nsubj;
        (tokens[subject].Head, tokens[subject].Relation) = ((short)told, sentence.Child(told, Relation.AuxPass) >= 0 ? Relation.NsubjPass : Relation.Nsubj);
        return true;
    }

    private static int LastClause(Sentence sentence, int verb)
    {
        var last = -1;
        foreach (var child in sentence.Children(verb))
            if (sentence[child].Relation == Relation.Ccomp) last = child;
        return last;
    }

    /// <summary>"Miners marched in Lima, police said": the sayer was taken for one more of the miners, and the miners for who says it.</summary>
    private static bool FreeSayer(Sentence sentence, Span<Token> tokens, int verb)
    {
        var sayer = verb - 1;
        if (tokens[verb].Tag != Upos.Verb || tokens[sayer].Tag is not (Upos.Noun or Upos.Propn) || tokens[sayer].Relation is not (Relation.Conj or Relation.Appos or Relation.Nsubj)) return false;
        // Two subjects: the first one is of the clause that is said.
        int subject = tokens[sayer].Relation == Relation.Nsubj ? sentence.Child(verb, Relation.Nsubj) : tokens[sayer].Head;
        if (subject == sayer) return false;
        if (subject < 0 || tokens[subject].Head != verb || tokens[subject].Relation != Relation.Nsubj || sentence.Child(sayer, Relation.Cc) >= 0) return false;
        var comma = sayer - 1;
        while (comma > subject && tokens[comma].Tag is Upos.Adj or Upos.Det or Upos.Noun or Upos.Propn) comma--;
        if (comma <= subject || !sentence.Form(comma).SequenceEqual(",") || FindVerb(sentence, subject) is not (var told and > 0) || told > comma) return false;
        (tokens[sayer].Head, tokens[sayer].Relation) = ((short)verb, Relation.Nsubj);
        tokens[subject].Relation = Relation.Ccomp;
        return true;
    }

    /// <summary>Whether a noun stands where a clause should: at the root, or as what somebody said.</summary>
    private static bool LacksPredicate(Sentence sentence, int noun)
    {
        ref readonly var token = ref sentence[noun];
        if (token.Relation is not (Relation.Root or Relation.Ccomp or Relation.Parataxis)) return false;
        if (token.Tag is not (Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num)) return false;
        foreach (var child in sentence.Children(noun))
            if (sentence[child].Relation is Relation.Cop or Relation.Nsubj or Relation.NsubjPass or Relation.Aux or Relation.AuxPass or Relation.Expl) return false;
        return true;
    }

    /// <summary>The first participle behind the noun that may be its past tense; -1 when there is none.</summary>
    private static int FindVerb(Sentence sentence, int noun)
    {
        var last = sentence[sentence.Count - 1];
        var whole = last.Tag == Upos.Punct && sentence.Form(sentence.Count - 1)[0] is '.' or '"' or '”' or '?' or '!';
        for (var i = noun + 1; i < Math.Min(sentence.Count, noun + ReachMax); i++)
        {
            ref readonly var token = ref sentence[i];
            if (token.Tag != Upos.Verb || token.Penn is not (Penn.Vbn or Penn.Vbd)) continue;
            // "Ann and Bo, who have worked to heal the rift, last spoke in May": hung beside the noun as a clause of its own, without a subject.
            var stray = token.Relation == Relation.Parataxis && token.Penn == Penn.Vbd && token.Head == noun;
            if (!stray && (token.Relation is not (Relation.Acl or Relation.AclRelcl) || !BelongsTo(sentence, i, noun))) continue;
            if (IsPassiveOrMarked(sentence, i)) continue;
            if (PastTenses.Contains(sentence.Form(i)) || sentence.Child(i, Relation.Obj) >= 0) return i;
            if ((whole || token.Penn == Penn.Vbd) && sentence.Child(i, Relation.OblAgent) < 0) return i;
        }
        return -1;
    }

    private static bool BelongsTo(Sentence sentence, int verb, int noun)
    {
        int at = sentence[verb].Head;
        for (var steps = 0; at >= 0 && at != noun && steps < ChainMax; steps++, at = sentence[at].Head)
            if (at > verb || sentence[at].Relation is not (Relation.Nmod or Relation.Conj or Relation.Appos or Relation.Flat or Relation.Compound or Relation.NmodDesc or Relation.Obl))
                return false;
        return at == noun;
    }

    private static bool IsPassiveOrMarked(Sentence sentence, int verb)
    {
        foreach (var child in sentence.Children(verb))
        {
            if (sentence[child].Relation is Relation.AuxPass or Relation.NsubjPass or Relation.Mark or Relation.Nsubj) return true;
            if (sentence[child].Relation is Relation.Aux && sentence.Lemma(child) is not ("have" or "do")) return true;
        }
        return false;
    }

    private static void Promote(Span<Token> tokens, int noun, int verb)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i == verb || i == noun) continue;
            ref var token = ref tokens[i];
            var moves = token.Head == noun && (i > verb || token.Relation is Relation.Punct or Relation.Parataxis or Relation.Advmod && i > noun);
            // What hangs across the verb on a noun before it, is the verb's.
            if (i > verb && token.Head < verb && token.Head > noun) moves = true;
            if (!moves) continue;
            token.Head = (short)verb;
            if (token.Relation is Relation.Nmod) token.Relation = Relation.Obl;
            else if (token.Relation is Relation.Acl) token.Relation = Relation.Advcl;
        }
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Head == verb && tokens[i].Relation == Relation.OblAgent) tokens[i].Relation = Relation.Obl;
        tokens[verb].Head = tokens[noun].Head;
        tokens[verb].Relation = tokens[noun].Relation;
        tokens[verb].Penn = Penn.Vbd;
        tokens[noun].Head = (short)verb;
        tokens[noun].Relation = Relation.Nsubj;
    }

    /// <summary>Links children anew after heads were changed.</summary>
    internal static void Relink(Span<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++) tokens[i].FirstChild = tokens[i].NextSibling = -1;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            if (tokens[i].Head < 0) continue;
            tokens[i].NextSibling = tokens[tokens[i].Head].FirstChild;
            tokens[tokens[i].Head].FirstChild = (short)i;
        }
    }
}
