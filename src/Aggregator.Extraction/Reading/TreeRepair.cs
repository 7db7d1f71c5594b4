namespace Aggregator.Extraction.Reading;

/// <summary>
/// Mends what grammar forbids in a tree before it is used: each arc is decided by itself, so that an object may have got a preposition, an agent an active
/// verb, or a sentence no verb at all. Linear in the sentence.
/// </summary>
internal static class TreeRepair
{
    /// <summary>Mends a sentence's tree.</summary>
    /// <param name="read">The document, which keeps the dictionary forms.</param>
    /// <param name="tokens">Its tokens, with their tags.</param>
    /// <param name="heads">Their heads; the root's is the number of tokens.</param>
    /// <param name="relations">Their relations.</param>
    internal static void Run(ReadText read, Span<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        GiveVerb(read, tokens, heads, relations);
        GiveGerunds(read, tokens, heads, relations);
        GiveReceiver(tokens, heads, relations);
        GiveFirst(read, tokens, heads, relations);
        FreeFromMeans(tokens, heads, relations);
        FreeFromBound(read, tokens, heads, relations);
        DayRepair.Run(read, tokens, heads, relations);
        GiveReported(read, tokens, heads, relations);
        GiveClause(read, tokens, heads, relations);
        GiveRelative(read, tokens, heads, relations);
        FreeFromNoun(read, tokens, heads, relations);
        var root = tokens.Length;
        Span<bool> isPassive = stackalloc bool[root + 1];
        isPassive.Clear();
        for (var at = 0; at < root; at++)
        {
            isPassive[at] |= tokens[at].Penn == Penn.Vbn;
            if (relations[at] is Relation.AuxPass or Relation.NsubjPass) isPassive[heads[at]] = true;
        }
        for (var at = 0; at < root; at++)
        {
            // "The deal his predecessor struck": a clause with a subject of its own is a relative one.
            if (relations[at] is Relation.Nsubj or Relation.NsubjPass && at < heads[at] && heads[at] < root && relations[heads[at]] == Relation.Acl && heads[heads[at]] < at && tokens[heads[at]].Penn is Penn.Vbd or Penn.Vbz or Penn.Vbp)
                relations[heads[at]] = Relation.AclRelcl;
            // "The drone that its navy seized": the participle before no noun, with a subject and no auxiliary, is a past tense.
            if (relations[at] == Relation.Nsubj && at < heads[at] && heads[at] < root && relations[heads[at]] is Relation.Acl or Relation.AclRelcl && heads[heads[at]] < at && tokens[heads[at]].Penn is Penn.Vbn && !HasAuxiliary(heads[at], heads, relations))
            {
                relations[heads[at]] = Relation.AclRelcl;
                tokens[heads[at]].Penn = Penn.Vbd;
            }
            // "Spoke by phone": nobody's doing.
            if (relations[at] == Relation.OblAgent && !isPassive[heads[at]]) relations[at] = Relation.Obl;
            // "Made off with paintings": what has a preposition is no object.
            if (relations[at] == Relation.Case && relations[heads[at]] is Relation.Obj or Relation.Iobj && heads[at] > at) relations[heads[at]] = Relation.Obl;
        }
    }

    /// <summary>
    /// "Hackers stole data", "miners in Peru downed tools.": where the only verb was taken for a participle before its object, and a noun stands before it, it
    /// is the predicate.
    /// </summary>
    private static void GiveVerb(ReadText read, Span<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        var count = tokens.Length;
        int verb = -1, root = heads.IndexOf(count);
        var isWhole = read.Text[tokens[^1].Start] == '.';
        for (var at = 0; at < count; at++)
        {
            if (tokens[at].Tag is Upos.Aux || tokens[at].Penn is Penn.Vbz or Penn.Vbp or Penn.Md || (tokens[at].Penn is Penn.Vbd && relations[at] != Relation.Amod)) return;
            if (relations[at] != Relation.Amod || heads[at] <= at || heads[at] >= count || !(heads[at] == root || isWhole) || !MayBePast(read, tokens[at])) continue;
            if (verb >= 0) return;
            verb = at;
        }
        if (verb < 1 || (heads[verb - 1] != heads[verb] && relations[heads[verb]] != Relation.Conj) || tokens[verb - 1].Tag is not (Upos.Noun or Upos.Propn or Upos.Pron)) return;
        int noun = heads[verb], last = verb - 1;
        // "Jets and tanks shelled positions.": the object was taken for one more of the list.
        var isListed = relations[noun] == Relation.Conj && heads[noun] == root && !HasArticle(verb, noun, heads, relations);
        if (noun != root && !isListed && (relations[last] != Relation.Compound || relations[noun] is not (Relation.Nmod or Relation.Obl) || heads[noun] != root || root > last)) return;
        for (var at = 0; at < count; at++)
        {
            if (at == verb || at == last) continue;
            if (relations[at] == Relation.Punct && heads[at] == root) heads[at] = verb;
            else if (at < last && heads[at] == noun) heads[at] = isListed ? root : last;
        }
        var subject = noun == root ? last : root;
        if (noun != root && !isListed) (heads[last], relations[last]) = (root, relations[noun]);
        (heads[subject], relations[subject]) = (verb, Relation.Nsubj);
        (heads[noun], relations[noun]) = (verb, Relation.Obj);
        (heads[verb], relations[verb]) = (count, Relation.Root);
        MakeVerb(read, ref tokens[verb], Penn.Vbd);
    }

    private static bool HasArticle(int verb, int noun, ReadOnlySpan<int> heads, ReadOnlySpan<Relation> relations)
    {
        for (var at = 0; at < verb; at++)
            if (heads[at] == noun && relations[at] is Relation.Det or Relation.Cc) return true;
        return false;
    }

    private static bool MayBePast(ReadText read, in Token token) =>
        (token.Tag == Upos.Verb && token.Penn is Penn.Vbn or Penn.Vbd) || (token.Tag == Upos.Adj && read.Text.AsSpan(token.Start, token.Length).EndsWith("ed"));

    /// <summary>
    /// "An order imposing new sanctions" was read as an adjective with an object; "began bombing Togo" as a noun that names Togo. Both are verbs.
    /// </summary>
    private static void GiveGerunds(ReadText read, Span<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        for (var at = 1; at < tokens.Length; at++)
        {
            if (tokens[at].Tag is not (Upos.Adj or Upos.Noun) || tokens[at].IsUnit || !read.Text.AsSpan(tokens[at].Start, tokens[at].Length).EndsWith("ing")) continue;
            if (tokens[at].Tag == Upos.Adj)
            {
                if (relations[at] == Relation.Acl && HasObject(at, heads, relations)) MakeVerb(read, ref tokens[at], Penn.Vbg);
                continue;
            }
            var named = heads[at];
            if (relations[at] != Relation.Compound || named <= at || named >= tokens.Length || tokens[at + 1].Tag != Upos.Propn || tokens[at - 1].Tag != Upos.Verb) continue;
            if (relations[named] != Relation.Obj || heads[named] != at - 1) continue;
            (heads[at], relations[at], heads[named]) = (at - 1, Relation.Xcomp, at);
            MakeVerb(read, ref tokens[at], Penn.Vbg);
        }
    }

    private static bool HasObject(int verb, ReadOnlySpan<int> heads, ReadOnlySpan<Relation> relations)
    {
        for (var at = verb + 1; at < heads.Length; at++)
            if (heads[at] == verb && relations[at] == Relation.Obj) return true;
        return false;
    }

    private static void MakeVerb(ReadText read, ref Token token, Penn form)
    {
        (token.Tag, token.Penn) = (Upos.Verb, form);
        read.RewriteLemma(ref token);
    }

    /// <summary>"Granted Chad a loan": of two objects the first, a name right behind a verb of giving, receives the second.</summary>
    private static void GiveFirst(ReadText read, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> heads, Span<Relation> relations)
    {
        for (var at = 1; at + 1 < tokens.Length; at++)
        {
            var verb = heads[at];
            if (relations[at] != Relation.Obj || tokens[at].Tag != Upos.Propn || verb >= at || tokens[verb].Tag != Upos.Verb || at - verb > 2 || !Gives(read.LemmaOf(tokens[verb]))) continue;
            for (var thing = at + 1; thing < tokens.Length; thing++)
                if (heads[thing] == verb && relations[thing] == Relation.Obj && tokens[thing].Tag is Upos.Noun or Upos.Sym) relations[at] = Relation.Iobj;
        }
    }

    private static bool Gives(ReadOnlySpan<char> lemma) => lemma is "grant" or "give" or "offer" or "send" or "lend" or "award" or "promise" or "pledge" or "pay" or "hand" or "deny" or "allocate"
        or "sell" or "supply" or "ship" or "loan" or "donate" or "show" or "guarantee" or "refuse" or "write" or "extend" or "cause" or "deal";

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

    /// <summary>"Up to 100 farmers marched": what bounds a number is no preposition, and the counted are a clause's subject.</summary>
    private static void FreeFromBound(ReadText read, ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        for (var at = 0; at + 2 < tokens.Length; at++)
        {
            var counted = heads[at];
            if (relations[at] != Relation.Case || tokens[at + 2].Tag != Upos.Num || counted <= at + 2 || counted >= tokens.Length || heads[at + 2] != counted) continue;
            if (!read.Text.AsSpan(tokens[at].Start, tokens[at].Length).Equals("up", StringComparison.OrdinalIgnoreCase) || !read.Text.AsSpan(tokens[at + 1].Start, tokens[at + 1].Length).SequenceEqual("to")) continue;
            (heads[at], relations[at]) = (at + 2, Relation.Advmod);
            var verb = heads[counted];
            if (relations[counted] is not Relation.Obl || verb >= tokens.Length || verb < counted) continue;
            relations[counted] = Relation.Nsubj;
            for (var other = counted + 1; other < verb; other++)
                if (heads[other] == verb && relations[other] == Relation.Nsubj) relations[counted] = Relation.Ccomp;
        }
    }

    /// <summary>"By the counsel, who is investigating": a clause whose subject is "who" or "which" modifies the noun before it.</summary>
    private static void GiveRelative(ReadText read, ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        for (var at = 1; at + 1 < tokens.Length; at++)
        {
            GiveObject(read, tokens, heads, relations, at);
            if (tokens[at].Tag != Upos.Pron || relations[at] is not (Relation.Nsubj or Relation.NsubjPass) || heads[at] <= at || heads[at] >= tokens.Length) continue;
            if (read.Text.AsSpan(tokens[at].Start, tokens[at].Length) is not ("who" or "which")) continue;
            int verb = heads[at], noun = tokens[at - 1].Tag == Upos.Punct ? at - 2 : at - 1;
            if (relations[verb] is not (Relation.Advcl or Relation.Parataxis) || noun < 0 || tokens[noun].Tag is not (Upos.Noun or Upos.Propn) || DependsOn(noun, verb, heads)) continue;
            (heads[verb], relations[verb]) = (noun, Relation.AclRelcl);
        }
    }

    private static bool HasAuxiliary(int verb, ReadOnlySpan<int> heads, ReadOnlySpan<Relation> relations)
    {
        for (var at = 0; at < verb; at++)
            if (heads[at] == verb && relations[at] is Relation.Aux or Relation.AuxPass or Relation.Cop) return true;
        return false;
    }

    /// <summary>"Expelled ten envoys, and four ships were turned back": what was taken for one more of the envoys is the subject of the clause behind the comma.</summary>
    private static void GiveClause(ReadText read, ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        for (var auxiliary = 3; auxiliary + 1 < tokens.Length; auxiliary++)
        {
            int noun = auxiliary - 1, verb = heads[auxiliary];
            if (relations[auxiliary] is not (Relation.Aux or Relation.AuxPass) || verb <= auxiliary || verb >= tokens.Length || relations[verb] != Relation.Conj || relations[noun] != Relation.Conj) continue;
            if (tokens[noun].Tag is not (Upos.Noun or Upos.Propn) || heads[noun] >= noun || tokens[heads[noun]].Tag is Upos.Verb) continue;
            int and = -1;
            var hasSubject = false;
            for (var at = 0; at < verb; at++)
            {
                if (heads[at] == noun && relations[at] == Relation.Cc) and = at;
                if (heads[at] == verb && relations[at] is Relation.Nsubj or Relation.NsubjPass) hasSubject = true;
            }
            if (hasSubject || and < 1 || read.Text[tokens[and - 1].Start] != ',') continue;
            (heads[noun], relations[noun], heads[and]) = (verb, relations[auxiliary] == Relation.AuxPass ? Relation.NsubjPass : Relation.Nsubj, verb);
        }
    }

    /// <summary>"Papers report hundreds of troops began arriving": what was taken for the object of the report is the subject of what is reported.</summary>
    private static void GiveReported(ReadText read, ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        for (var verb = 2; verb < tokens.Length; verb++)
        {
            var report = heads[verb];
            if (relations[verb] != Relation.Advcl || report >= verb || tokens[verb].Penn is not (Penn.Vbd or Penn.Vbz or Penn.Vbp) || tokens[report].Tag != Upos.Verb) continue;
            if (read.LemmaOf(tokens[report]) is not ("report" or "say" or "claim" or "believe" or "think" or "fear" or "confirm" or "announce" or "reveal" or "hope" or "insist" or "estimate")) continue;
            int subject = -1;
            var isClause = true;
            for (var at = report + 1; at < tokens.Length; at++)
            {
                if (heads[at] == report && relations[at] == Relation.Obj && at < verb) subject = at;
                if (heads[at] == verb && relations[at] is Relation.Mark or Relation.Nsubj or Relation.NsubjPass or Relation.Case) isClause = false;
                if (at < verb && tokens[at].Tag == Upos.Punct) isClause = false;
            }
            if (subject < 0 || !isClause) continue;
            (heads[subject], relations[subject], relations[verb]) = (verb, Relation.Nsubj, Relation.Ccomp);
        }
    }

    /// <summary>"Considers the land that it conquered its own": a clause beside an object, without one of its own, modifies that object.</summary>
    private static void GiveObject(ReadText read, ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations, int that)
    {
        if (relations[that] != Relation.Mark || tokens[that] is not { Tag: Upos.Pron, Length: 4 } || read.Text[tokens[that].Start] != 't') return;
        int verb = heads[that], noun = that - 1;
        if (verb >= tokens.Length || relations[verb] != Relation.Ccomp || relations[noun] != Relation.Obj || heads[noun] != heads[verb] || HasObject(verb, heads, relations)) return;
        (heads[verb], relations[verb], relations[that]) = (noun, Relation.AclRelcl, Relation.Obj);
    }

    /// <summary>"By work safety authorities": what was read as a verb with an object is a noun that names it.</summary>
    private static void FreeFromNoun(ReadText read, ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        for (var at = 1; at + 1 < tokens.Length; at++)
        {
            if (tokens[at] is not { Tag: Upos.Noun, Penn: Penn.Nn } || relations[at] is not (Relation.Advcl or Relation.Acl) || heads[at - 1] != at || relations[at - 1] is not (Relation.Case or Relation.Mark)) continue;
            var noun = -1;
            for (var other = at + 1; other < tokens.Length && noun < 0; other++)
                if (heads[other] == at && relations[other] == Relation.Obj) noun = other;
            if (noun < 0) continue;
            var isAgent = read.Text.AsSpan(tokens[at - 1].Start, tokens[at - 1].Length).SequenceEqual("by");
            (heads[noun], relations[noun]) = (heads[at], relations[at] == Relation.Acl ? Relation.Nmod : isAgent ? Relation.OblAgent : Relation.Obl);
            (heads[at], relations[at], heads[at - 1], relations[at - 1]) = (noun, Relation.Compound, noun, Relation.Case);
        }
    }

    private static bool DependsOn(int token, int above, ReadOnlySpan<int> heads)
    {
        for (var steps = 0; token < heads.Length && steps < heads.Length; steps++, token = heads[token])
            if (token == above) return true;
        return false;
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
