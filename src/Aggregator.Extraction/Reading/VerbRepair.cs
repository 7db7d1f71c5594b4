namespace Aggregator.Extraction.Reading;

/// <summary>
/// Finds the predicate that a short sentence lost: a noun that has a subject and an object, a past tense that was taken for a name of its object, a plural
/// that was taken for a verb at a sentence's start. Linear in the sentence.
/// </summary>
internal static class VerbRepair
{
    /// <summary>How many words may stand between a clause's start and what is looked for.</summary>
    private const int ReachMax = 25;

    /// <summary>Mends a sentence's tree.</summary>
    /// <param name="read">The document, which keeps the dictionary forms.</param>
    /// <param name="tokens">Its tokens, with their tags.</param>
    /// <param name="heads">Their heads; the root's is the number of tokens.</param>
    /// <param name="relations">Their relations.</param>
    internal static void Run(ReadText read, Span<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        GiveNoun(read, tokens, heads, relations);
        for (var at = 1; at < tokens.Length; at++)
        {
            if (relations[at] is Relation.Amod or Relation.Compound && heads[at] > at && heads[at] < tokens.Length && IsFinite(read, tokens[at])) GivePredicate(read, tokens, heads, relations, at);
            if (tokens[at].Tag is Upos.Noun or Upos.Adj && !tokens[at].IsUnit) GiveTense(read, tokens, heads, relations, at);
            GiveClause(read, tokens, heads, relations, at);
            GivePerfect(read, tokens, heads, relations, at - 1);
            GiveSubject(tokens, heads, relations, at);
        }
    }

    /// <summary>"Kenya denies backing them", "a quake shook Chile": what has a subject before it and an object behind it, and no copula, is a verb.</summary>
    private static void GiveTense(ReadText read, Span<Token> tokens, Span<int> heads, Span<Relation> relations, int at)
    {
        var form = read.Text.AsSpan(tokens[at].Start, tokens[at].Length);
        if (!char.IsLower(form[0])) return;
        if (PastTenses.Contains(form) && relations[at] is Relation.Root or Relation.Ccomp && GiveBoth(tokens, heads, relations, at)) MakeVerb(read, ref tokens[at], Penn.Vbd);
        bool hasSubject = false, hasObject = false;
        for (var other = Math.Max(0, at - ReachMax); other < Math.Min(tokens.Length, at + ReachMax); other++)
        {
            if (heads[other] != at) continue;
            if (relations[other] is Relation.Cop or Relation.Case or Relation.Det or Relation.Aux or Relation.AuxPass or Relation.Expl or Relation.Amod or Relation.NmodPoss) return;
            hasSubject |= other < at && relations[other] == Relation.Nsubj;
            hasObject |= other > at && relations[other] is Relation.Obj or Relation.Xcomp;
        }
        if (hasSubject && (hasObject || PastTenses.Contains(form))) MakeVerb(read, ref tokens[at], form[^1] == 's' && !PastTenses.Contains(form) ? Penn.Vbz : Penn.Vbd);
    }

    /// <summary>"A quake shook Chile": the noun before a past tense, taken for its name, is the subject, and the name behind it the object.</summary>
    private static bool GiveBoth(ReadOnlySpan<Token> tokens, ReadOnlySpan<int> heads, Span<Relation> relations, int verb)
    {
        int subject = verb - 1, thing = -1;
        if (heads[subject] != verb || relations[subject] != Relation.Compound || tokens[subject].Tag is not (Upos.Noun or Upos.Propn)) return false;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (heads[at] != verb) continue;
            if (relations[at] is Relation.Det or Relation.Case or Relation.Cop) return false;
            if (at > verb && thing < 0 && relations[at] is Relation.Nsubj or Relation.Appos or Relation.Flat or Relation.Obj) thing = at;
        }
        if (thing < 0) return false;
        (relations[subject], relations[thing]) = (Relation.Nsubj, Relation.Obj);
        return true;
    }

    /// <summary>"A week after the storm hit Haiti": the span of time was taken for the subject, and the storm for what it came after.</summary>
    private static void GiveClause(ReadText read, ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations, int verb)
    {
        if (tokens[verb].Tag != Upos.Verb || tokens[verb].Penn is not (Penn.Vbd or Penn.Vbz)) return;
        var subject = verb - 1;
        while (subject > 0 && tokens[subject].Tag == Upos.Adv) subject--;
        // "After the army declares a truce": what comes after was taken for the army alone.
        if (subject >= 1 && relations[subject] == Relation.Obl && relations[verb] == Relation.Advcl && heads[subject] == heads[verb] && heads[verb] < subject && Marker(read, tokens, heads, relations, subject) is var marker and >= 0)
        {
            (heads[marker], relations[marker], heads[subject], relations[subject]) = (verb, Relation.Mark, verb, Relation.Nsubj);
            return;
        }
        if (subject >= 2 && relations[subject] == Relation.Obl && relations[verb] == Relation.Advcl && heads[subject] == verb && Marker(read, tokens, heads, relations, subject) is var after and > 0
            && heads[after - 1] == verb && relations[after - 1] == Relation.OblUnmarked)
        {
            (heads[after], relations[after], relations[subject]) = (verb, Relation.Mark, Relation.Nsubj);
            return;
        }
        if (subject < 2 || relations[subject] != Relation.Nmod || heads[subject] is not (var span and >= 0) || span >= subject || heads[span] != verb || relations[span] != Relation.Nsubj) return;
        if (read.LemmaOf(tokens[span]) is not ("minute" or "hour" or "day" or "week" or "month" or "year" or "decade")) return;
        for (var at = span + 1; at < subject; at++)
        {
            if (heads[at] != subject || relations[at] != Relation.Case || read.LemmaOf(tokens[at]) is not ("after" or "before" or "since")) continue;
            (heads[at], relations[at], heads[subject], relations[subject], relations[span]) = (verb, Relation.Mark, verb, Relation.Nsubj, Relation.OblUnmarked);
            return;
        }
    }

    private static int Marker(ReadText read, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> heads, ReadOnlySpan<Relation> relations, int noun)
    {
        for (var at = noun - 1; at >= Math.Max(0, noun - ReachMax); at--)
            if (heads[at] == noun && relations[at] == Relation.Case && read.LemmaOf(tokens[at]) is "after" or "before" or "until" or "since" or "as" or "once") return at;
        return -1;
    }

    /// <summary>"Said it had halted aid": the participle behind "had" was taken for what the aid is like, and "had" for a verb of its own.</summary>
    private static void GivePerfect(ReadText read, Span<Token> tokens, Span<int> heads, Span<Relation> relations, int have)
    {
        int verb = have + 1, noun = heads[verb];
        if (relations[verb] != Relation.Amod || tokens[verb].Penn != Penn.Vbn || tokens[verb].Tag != Upos.Verb || noun <= verb || noun >= tokens.Length || heads[noun] != have || relations[noun] != Relation.Obj) return;
        if (read.Text.AsSpan(tokens[have].Start, tokens[have].Length) is not ("had" or "has" or "have")) return;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (heads[at] != have) continue;
            if (relations[at] is Relation.Aux or Relation.AuxPass) return;
            heads[at] = verb;
        }
        var above = heads[have];
        (heads[verb], relations[verb], heads[have], relations[have]) = (above, relations[have], verb, Relation.Aux);
        tokens[have].Tag = Upos.Aux;
        var subject = have - 1;
        if (subject < 0 || above >= subject || heads[subject] != above || relations[subject] is not (Relation.Parataxis or Relation.Obj) || tokens[subject].Tag is not (Upos.Pron or Upos.Propn or Upos.Noun)) return;
        (heads[subject], relations[subject], relations[verb]) = (verb, Relation.Nsubj, Relation.Ccomp);
    }

    private static bool IsFinite(ReadText read, in Token token) =>
        token is { Tag: Upos.Verb, Penn: Penn.Vbd } || (token.Tag is Upos.Noun or Upos.Adj && !token.IsUnit && PastTenses.Contains(read.Text.AsSpan(token.Start, token.Length)));

    /// <summary>"Canada froze aid to Haiti", "Poland scrambled jets as drones came": the past tense was taken for one more name of its object.</summary>
    private static void GivePredicate(ReadText read, Span<Token> tokens, Span<int> heads, Span<Relation> relations, int verb)
    {
        int subject = verb - 1, noun = heads[verb], above = heads[noun];
        if (tokens[subject].Tag is not (Upos.Noun or Upos.Propn or Upos.Pron) || tokens[noun].Tag is not (Upos.Noun or Upos.Propn)) return;
        if ((heads[subject] != noun && heads[subject] != verb) || relations[subject] is not (Relation.Nsubj or Relation.Compound or Relation.Advmod or Relation.NmodDesc or Relation.NmodUnmarked or Relation.NmodPoss)) return;
        for (var at = 0; at < noun; at++)
            if (heads[at] == noun && (relations[at] is Relation.Case or Relation.Cop or Relation.Cc or Relation.Mark || (relations[at] is Relation.Nsubj && at != subject))) return;
        var clause = Clause(read, tokens, heads, relations, noun, above);
        if (clause < 0 && relations[noun] is not (Relation.Root or Relation.Ccomp or Relation.Parataxis)) return;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (heads[at] != noun || at == verb || at == subject) continue;
            if (relations[at] is Relation.Punct or Relation.Parataxis or Relation.Obl or Relation.OblUnmarked or Relation.Advcl) heads[at] = verb;
            else if (at < subject) heads[at] = subject;
        }
        (heads[subject], relations[subject]) = (verb, Relation.Nsubj);
        (heads[verb], relations[verb]) = clause < 0 ? (above, relations[noun]) : (heads[clause], relations[clause]);
        if (clause >= 0) Subordinate(tokens, heads, relations, verb, noun, clause);
        (heads[noun], relations[noun]) = (verb, Relation.Obj);
        MakeVerb(read, ref tokens[verb], Penn.Vbd);
    }

    /// <summary>The verb behind the noun that took it for its subject although it has another; -1 when there is none.</summary>
    private static int Clause(ReadText read, ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations, int noun, int above)
    {
        if (relations[noun] != Relation.Nsubj || above >= tokens.Length || above < noun) return -1;
        // "Scrambled jets as bombers came": the bombers were taken for what the jets are like.
        if (IsConjunction(read, tokens[noun + 1]) && heads[noun + 1] is var named && named < above && named > noun && heads[named] == noun && relations[named] == Relation.Nmod)
        {
            (heads[named], relations[named]) = (above, Relation.Nsubj);
            return above;
        }
        if (tokens[above].Tag is Upos.Noun or Upos.Propn && relations[above] == Relation.Nsubj && heads[above] > above && heads[above] < tokens.Length) return heads[above];
        for (var at = noun + 1; at < above; at++)
            if (heads[at] == above && relations[at] == Relation.Nsubj) return above;
        return -1;
    }

    private static bool IsConjunction(ReadText read, in Token token) => read.Text.AsSpan(token.Start, token.Length) is "as" or "while" or "when" or "after" or "before" or "since";

    /// <summary>Hangs a clause behind "as" or "after" on the verb, and that word on the clause.</summary>
    private static void Subordinate(ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations, int verb, int noun, int clause)
    {
        for (var at = 0; at < tokens.Length; at++)
            if (heads[at] == clause && relations[at] == Relation.Punct) heads[at] = verb;
        (heads[clause], relations[clause]) = (verb, Relation.Advcl);
        if (tokens[noun + 1].Tag is not (Upos.Adp or Upos.Sconj)) return;
        var named = heads[noun + 1];
        (heads[noun + 1], relations[noun + 1]) = (clause, Relation.Mark);
        if (named <= noun || named >= clause || heads[named] != noun) return;
        for (var at = named + 1; at < clause; at++)
            if (heads[at] == clause && relations[at] == Relation.Nsubj) (heads[named], relations[named]) = (at, Relation.Compound);
    }

    /// <summary>"Togo, accused by Ghana, rejected it": a name that was taken for an address is the subject, and the participle behind it tells of it.</summary>
    private static void GiveSubject(ReadOnlySpan<Token> tokens, Span<int> heads, Span<Relation> relations, int verb)
    {
        if (tokens[verb].Tag != Upos.Verb || tokens[verb].Penn is not (Penn.Vbd or Penn.Vbz or Penn.Vbp)) return;
        var name = -1;
        for (var at = 0; at < verb; at++)
        {
            if (heads[at] != verb) continue;
            if (relations[at] is Relation.Nsubj or Relation.NsubjPass or Relation.Expl) return;
            if (name < 0 && relations[at] is Relation.Discourse or Relation.Vocative or Relation.Dislocated && tokens[at].Tag is Upos.Propn or Upos.Noun) name = at;
        }
        if (name < 0) return;
        relations[name] = Relation.Nsubj;
        for (var at = name + 1; at < verb; at++)
            if (heads[at] == verb && tokens[at].Penn == Penn.Vbn && relations[at] is Relation.Csubj or Relation.Advcl) (heads[at], relations[at]) = (name, Relation.Acl);
    }

    /// <summary>"Clashes between the army and rebels broke out": a plural at a sentence's start, before a preposition, was taken for a verb.</summary>
    private static void GiveNoun(ReadText read, Span<Token> tokens, Span<int> heads, Span<Relation> relations)
    {
        if (tokens.Length < 4 || tokens[0].IsUnit || tokens[0] is not { Tag: Upos.Verb, Penn: Penn.Vbz } || relations[0] != Relation.Root || tokens[1].Tag != Upos.Adp) return;
        int verb = -1, subject = -1;
        for (var at = 2; at < tokens.Length && verb < 0; at++)
            if (heads[at] == 0 && tokens[at].Penn is Penn.Vbd or Penn.Vbz or Penn.Vbp or Penn.Vbn && tokens[at].Tag == Upos.Verb && relations[at] is Relation.Conj or Relation.Ccomp or Relation.Parataxis or Relation.Advcl) verb = at;
        for (var at = 2; at < verb; at++)
        {
            if (heads[at] != verb) continue;
            if (relations[at] == Relation.Mark) return;
            if (relations[at] is Relation.Nsubj or Relation.NsubjPass) subject = at;
        }
        (tokens[0].Tag, tokens[0].Penn) = (Upos.Noun, Penn.Nns);
        read.RewriteLemma(ref tokens[0]);
        var first = -1;
        for (var at = 1; at < tokens.Length; at++)
        {
            if (heads[at] != 0 || at == verb) continue;
            if (verb >= 0 && (at > verb || relations[at] == Relation.Punct)) heads[at] = verb;
            else if (relations[at] is Relation.Obl or Relation.Obj) (relations[at], first) = (Relation.Nmod, at);
        }
        if (verb < 0) return;
        (heads[verb], relations[verb]) = (tokens.Length, Relation.Root);
        (heads[0], relations[0]) = (verb, Relation.Nsubj);
        if (subject < 0) return;
        // The second of two behind "between" was taken for the verb's subject.
        (heads[subject], relations[subject]) = first >= 0 && first < subject ? (first, Relation.Conj) : (0, Relation.Nmod);
        for (var at = first + 1; at < subject && first >= 0; at++)
            if (heads[at] == verb && relations[at] == Relation.Cc) heads[at] = subject;
    }

    private static void MakeVerb(ReadText read, ref Token token, Penn form)
    {
        (token.Tag, token.Penn) = (Upos.Verb, form);
        read.RewriteLemma(ref token);
    }
}
