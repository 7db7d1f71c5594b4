using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Reads the arguments of a verb or predicate adjective off the dependency tree: voice, control, coordination, relative clauses and
/// participles give it the subjects and objects that stand elsewhere.
/// </summary>
internal static class VerbArguments
{
    private const int ClimbMax = 6;
    private const int NearestMax = 6;
    private const int PhraseTokensMax = 12;

    /// <summary>Adds a verb's arguments to a list.</summary>
    public static void Read(SentenceView view, int verb, List<Argument> into)
    {
        var passive = view.IsPassive(verb);
        var before = into.Count;
        foreach (var child in view.Sentence.Children(verb))
        {
            ReadChild(view, verb, child, passive, into);
            // Parsers at times hang the subject on the auxiliary.
            if (view.Relation(child) is Relation.Aux or Relation.AuxPass or Relation.Cop)
                foreach (var inner in view.Sentence.Children(child)) ReadChild(view, verb, inner, passive, into);
        }
        if (passive && !Has(into, before, Slots.Subject)) ReadAgentBelow(view, verb, into);
        if (!Has(into, before, passive ? Slots.Object : Slots.Subject)) ReadFromAbove(view, verb, passive, into);
        if (!passive && !Has(into, before, Slots.Subject)) ReadNearest(view, verb, into);
        if (view.Relation(verb) == Relation.AclRelcl && !passive && HasOwnSubject(view, verb) && !IsRelative(view, verb) && !Has(into, before, Slots.Object) && view.Tag(verb) == Upos.Verb)
            into.Add(new Argument(Slots.Object, view.Head(verb), "acl:relcl"));
        var own = into.Count;
        for (var i = before; i < own; i++)
            if (into[i].Slot is Slots.Object || (into[i].Slot is "over" or "off" or "up" or "down" && into[i].Path == "obl") || (into[i].Slot is "with" && (view.HasChild(verb, Relation.CompoundPrt) || view.Lemma(into[i].Token) is "help" or "aid" or "assistance")) || into[i] is { Slot: "by", Path: "obl:agent" }) ReadNounPhrase(view, verb, into[i].Token, into);
        ReadConjuncts(view, before, into);
        for (var i = before; i < into.Count; i++) into[i] = into[i] with { Token = view.Content(into[i].Token) };
    }

    /// <summary>Adds the subjects of a verb, whoever acts, to a list.</summary>
    public static void ReadSubjects(SentenceView view, int verb, List<Argument> into)
    {
        var all = new List<Argument>(8);
        Read(view, verb, all);
        foreach (var argument in all)
            if (argument.Slot == Slots.Subject) into.Add(argument);
    }

    private static void ReadChild(SentenceView view, int verb, int child, bool passive, List<Argument> into)
    {
        switch (view.Relation(child))
        {
            case Relation.Nsubj or Relation.NsubjOuter when child + 2 < verb && view.IsForm(child + 1, "-") && view.Relation(child + 2) is not Relation.Punct && view.HasChild(verb, Relation.Obj):
                // "Iran-backed rebels attacked": parsers take the first half of the compound for a subject of its own.
                break;
            case Relation.Nsubj or Relation.NsubjOuter:
                Add(passive ? Slots.Object : Slots.Subject, Fillers.Resolve(view, verb, Fillers.WithoutDay(view, child)), "nsubj");
                break;
            case Relation.NsubjPass:
                Add(passive ? Slots.Object : Slots.Subject, Fillers.Resolve(view, verb, child), "nsubj:pass");
                break;
            case Relation.Obj when view.Lemma(verb) is "call" or "label" or "brand" or "dub" or "deem" or "name" && view.Child(verb, Relation.Obj) is var called and >= 0 && called < child && called > verb:
                // "Called the pullout a retreat"
                Add(Slots.Predicate, child, "second obj");
                break;
            case Relation.Obj:
                Add(Slots.Object, Fillers.Resolve(view, verb, child), "obj");
                ReadQuestion(view, child, into);
                ReadCalled(view, child, into);
                break;
            case Relation.Iobj:
                Add(Slots.Indirect, Fillers.Resolve(view, verb, child), "iobj");
                ReadQuestion(view, child, into);
                break;
            case Relation.OblAgent when !passive:
                Add("by", child, "obl:agent");
                break;
            case Relation.OblAgent:
                Add(Slots.Subject, child, "obl:agent");
                break;
            case Relation.Obl or Relation.Conj when view.IsNominal(child) && view.Case(child).IsEmpty && IsAfterSemicolon(view, child) && into.Count > 0 && into[^1].Path.StartsWith("obl", StringComparison.Ordinal):
                Add(into[^1].Slot, child, "obl;");
                break;
            case Relation.Obl or Relation.Nmod:
                if (Slots.OfPreposition(view.Case(child)) is { } slot)
                {
                    if (slot == "by" && passive && view.MentionAt(child) is not null) Add(Slots.Subject, child, "obl:by");
                    else Add(slot, Fillers.Resolve(view, verb, child), "obl");
                }
                break;
            case Relation.OblUnmarked when view.MentionAt(child) is { Code: not null } && into.Count > 0 && into[^1].Path.StartsWith("obl", StringComparison.Ordinal) && IsAfterSemicolon(view, child):
                // "Spoke to the president of Chad; the king of Jordan; and …"
                Add(into[^1].Slot, child, "obl;");
                break;
            case Relation.Xcomp when view.Tag(child) == Upos.Noun && !view.HasChild(verb, Relation.Obj) && view.HasChild(verb, Relation.CompoundPrt) && view.Case(child).IsEmpty:
                // "Called off a strike": parsers take the noun behind a particle for a predicate.
                Add(Slots.Object, child, "obj");
                break;
            case Relation.Xcomp when view.Tag(child) == Upos.Propn && view.MentionAt(child) is { Code: not null } && !view.HasChild(verb, Relation.Obj) && view.Case(child).IsEmpty:
                Add(Slots.Object, child, "obj");
                break;
            case Relation.Xcomp or Relation.Ccomp:
                ReadComplement(view, verb, child, into);
                break;
            case Relation.Advmod when view.Lemma(child).EndsWith("ly"):
                Add(Slots.Adverb, child, "advmod");
                break;
            case Relation.Advcl:
                if (view.HasMark(child, "to"))
                {
                    Add(Slots.Complement, child, "advcl");
                    Add(Slots.Infinitive, child, "advcl");
                }
                else if (Slots.OfPreposition(view.Case(child)) is { } marker) Add(marker, child, "advcl");
                break;
        }

        void Add(string slot, int token, string path) => into.Add(new Argument(slot, token, path));
    }

    /// <summary>"Was found guilty of fraud by a court": parsers hang the agent on what the passive's subject was found to be.</summary>
    private static void ReadAgentBelow(SentenceView view, int verb, List<Argument> into)
    {
        var below = view.Child(verb, Relation.Xcomp);
        if (below < verb) return;
        for (var agent = below + 1; agent < view.Count; agent++)
        {
            if (view.Relation(agent) is not (Relation.Nmod or Relation.Obl or Relation.OblAgent) || view.Case(agent) is not "by" || view.Head(agent) is not (var head and >= 0)) continue;
            if (head != below && (view.Head(head) != below || view.Relation(head) is not (Relation.Nmod or Relation.Obl))) continue;
            into.Add(new Argument(Slots.Subject, agent, "xcomp>by"));
            return;
        }
    }

    private static bool IsAfterSemicolon(SentenceView view, int token)
    {
        for (var before = token - 1; before >= Math.Max(0, token - PhraseTokensMax) && view.Tag(before) is not Upos.Verb; before--)
            if (view.IsForm(before, ";")) return before == token - 1 || view.Sentence.DependsOn(before, token);
        return false;
    }

    private static void ReadComplement(SentenceView view, int verb, int clause, List<Argument> into)
    {
        if (IsQuestion(view, verb, clause)) into.Add(new Argument(Slots.Question, clause, "comp"));
        if (view.Relation(clause) == Relation.Xcomp && view.Tag(clause) is Upos.Adj or Upos.Noun && !view.HasMark(clause, "to"))
            into.Add(new Argument(Slots.Predicate, clause, "xcomp"));
        else
            into.Add(new Argument(Slots.Complement, clause, "comp"));
        // "Said it would be, or represent, a violation": what it is said to be.
        if (view.Lemma(clause) is "represent" or "constitute" && view.Child(clause, Relation.Obj) is var represented and >= 0) into.Add(new Argument(Slots.Complement, represented, "comp>obj"));
        if (view.HasMark(clause, "to") || IsSubjunctive(view, clause)) into.Add(new Argument(Slots.Infinitive, clause, "comp"));
        foreach (var child in view.Sentence.Children(clause))
            if (view.Relation(child) is Relation.Nsubj or Relation.NsubjPass) into.Add(new Argument(Slots.That, child, "comp>nsubj"));
            else if (view.Relation(child) is Relation.Aux && view.Sentence[child].Penn == Penn.Md) into.Add(new Argument(Slots.Modal, child, "comp>aux"));
        // "Rescuers have still to reach it": what has not come yet, not what must.
        if (view.Lemma(clause) is "have" or "need" && view.HasChild(clause, Relation.Xcomp) && !view.IsForm(clause + 1, "still") && !view.IsForm(clause + 1, "yet")) into.Add(new Argument(Slots.Modal, clause, "comp"));
    }

    /// <summary>"Insisted that Kenya withdraw": a bare form behind a subject that is one, without an auxiliary.</summary>
    private static bool IsSubjunctive(SentenceView view, int clause)
    {
        if (view.Sentence[clause].Penn is not (Penn.Vb or Penn.Vbp) || view.HasChild(clause, Relation.Aux) || view.HasMark(clause, "to")) return false;
        var subject = view.Child(clause, Relation.Nsubj);
        return subject >= 0 && subject < clause && (view.Sentence[clause].Penn == Penn.Vb || view.Sentence[subject].Penn is Penn.Nn or Penn.Nnp);
    }

    /// <summary>"Asked whether they knew", "asked where the money went", "“Will it rain?” asked the minister".</summary>
    private static bool IsQuestion(SentenceView view, int verb, int clause)
    {
        if (view.HasMark(clause, "to")) return false;
        if (view.HasMark(clause, "whether") || view.HasMark(clause, "if")) return true;
        foreach (var child in view.Sentence.Children(clause))
            if (child < clause && IsInterrogative(view.Lemma(child))) return true;
        for (var token = clause + 1; token < verb; token++)
            if (view.IsForm(token, "?")) return true;
        return clause > verb && IsInterrogative(view.Lemma(verb + 1));
    }

    /// <summary>"Asked the envoys why they left": parsers hang the question on the envoys.</summary>
    private static void ReadQuestion(SentenceView view, int noun, List<Argument> into)
    {
        foreach (var child in view.Sentence.Children(noun))
            if (view.Relation(child) == Relation.AclRelcl && child > noun && view.Lemma(noun + 1) is "why" or "how" or "whether" or "what") into.Add(new Argument(Slots.Question, child, "obj>acl"));
    }

    /// <summary>"Called the pullout a retreat": parsers set the second noun beside the first, where a comma would stand between two names of one thing.</summary>
    private static void ReadCalled(SentenceView view, int noun, List<Argument> into)
    {
        if (view.Child(noun, Relation.Appos) is not (var called and >= 0) || called < noun || view.Child(called, Relation.Det) != noun + 1) return;
        into.Add(new Argument(Slots.Predicate, called, "obj>appos"));
    }

    private static bool IsInterrogative(ReadOnlySpan<char> lemma) => lemma is "why" or "how" or "what" or "when" or "where" or "which" or "who" or "whose";

    /// <summary>The subject, or the passive's object, that is understood from the clause above.</summary>
    private static void ReadFromAbove(SentenceView view, int verb, bool passive, List<Argument> into)
    {
        var wanted = passive ? Slots.Object : Slots.Subject;
        var at = verb;
        for (var steps = 0; steps < ClimbMax && view.Head(at) >= 0; steps++)
        {
            var head = view.Head(at);
            switch (view.Relation(at))
            {
                case Relation.Acl when at == verb && view.IsGerund(verb) && IsDocument(view.Lemma(head)):
                    // "signed an order imposing sanctions", "a resolution condemning it by Kenya": whose paper it is, does it.
                    if (ReadOwner(view, head, wanted, into) || (view.Head(head) >= 0 && ReadSubjectOf(view, view.Head(head), wanted, into))) return;
                    into.Add(new Argument(wanted, head, "acl"));
                    return;
                case Relation.Acl when !view.HasMark(at):
                case Relation.AclRelcl when at != verb || !HasOwnSubject(view, at):
                    var doubtful = passive && at == verb && MayBeMainClause(view, verb, head);
                    into.Add(new Argument(wanted, head, "acl", doubtful));
                    if (at == verb && view.IsGerund(verb)) ReadList(view, head, wanted, into);
                    if (doubtful) into.Add(new Argument(Slots.Subject, head, "acl as clause"));
                    return;
                case Relation.AclRelcl:
                    return;
                case Relation.Acl when view.Case(at) is "of":
                    // "Seized the ship on suspicion of smuggling": not who seized it.
                    if (view.Lemma(head) is "suspicion" or "charge" or "count" or "allegation" or "accusation")
                    {
                        if (view.Head(head) is var suspects and >= 0 && (view.Child(suspects, Relation.Obj) is var suspect and >= 0 || (suspect = view.Child(suspects, Relation.NsubjPass)) >= 0)) into.Add(new Argument(wanted, suspect, "acl<suspicion"));
                        return;
                    }
                    // "A policy of turning them away": whose policy it is.
                    if (ReadOwner(view, head, wanted, into)) return;
                    break;
                case Relation.Acl when !view.HasMark(at, "to"):
                    // "seized the ship for breaking the embargo"
                    into.Add(new Argument(wanted, head, "acl"));
                    return;
                case Relation.Advcl when view.Case(at) is "for" or "of" or "from" && view.Child(head, Relation.Obj) is var blamed and >= 0:
                    into.Add(new Argument(wanted, blamed, "advcl<obj"));
                    return;
                case Relation.Acl:
                    if (ReadOwner(view, head, wanted, into)) return;
                    break;
                case Relation.Xcomp when !passive && view.Child(head, Relation.Obj) is var held and >= 0 && !PromisesItself(view, head):
                    into.Add(new Argument(wanted, held, "xcomp<obj"));
                    return;
                case Relation.Xcomp or Relation.Advcl or Relation.Conj or Relation.Parataxis or Relation.Obj or Relation.Obl:
                    break;
                default:
                    return;
            }
            if (view.Relation(at) == Relation.Parataxis && at != verb) return;
            at = head;
            if (ReadSubjectOf(view, at, wanted, into)) return;
        }
    }

    /// <summary>
    /// "Insurgents struck at dawn", "after a tram overturned": parsers read a past tense for a participle where a whole clause stands.
    /// </summary>
    private static bool MayBeMainClause(SentenceView view, int verb, int noun) =>
        !view.HasChild(verb, Relation.OblAgent) && verb > noun
        && (view.Head(noun) < 0 || view.Case(noun) is "after" or "before" or "when" or "as" or "since" or "until" or "that" or "because" or "while");

    /// <summary>The nearest party to the left with no verb between, where parsing found no subject.</summary>
    private static void ReadNearest(SentenceView view, int verb, List<Argument> into)
    {
        if (view.Relation(verb) is not (Relation.Root or Relation.Ccomp or Relation.Conj or Relation.Parataxis) || view.IsGerund(verb) || view.HasMark(verb, "to")) return;
        for (var i = verb - 1; i >= Math.Max(0, verb - NearestMax) && view.Tag(i) is not (Upos.Verb or Upos.Sconj or Upos.Adp); i--)
        {
            if (view.MentionAt(i) is not { Kind: not (MentionKind.Place or MentionKind.Demonym) } mention || mention.Code is null) continue;
            into.Add(new Argument(Slots.Subject, i, "nearest before"));
            return;
        }
    }

    private static bool ReadSubjectOf(SentenceView view, int verb, string wanted, List<Argument> into)
    {
        var found = false;
        foreach (var child in view.Sentence.Children(verb))
        {
            if (view.Relation(child) is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter)) continue;
            into.Add(new Argument(wanted, Fillers.Resolve(view, verb, child), "shared nsubj"));
            found = true;
        }
        return found;
    }

    /// <summary>"Kenya's plan to meet": the plan's owner is who meets.</summary>
    private static bool ReadOwner(SentenceView view, int noun, string wanted, List<Argument> into)
    {
        foreach (var child in view.Sentence.Children(noun))
        {
            var owns = view.Relation(child) is Relation.NmodPoss
                || (view.Relation(child) is Relation.Amod or Relation.Compound && view.MentionAt(child)?.Code is not null)
                || (view.Relation(child) is Relation.Nmod && view.Case(child) is "by" or "of" or "from" && view.MentionAt(child) is not null);
            if (!owns) continue;
            into.Add(new Argument(wanted, child, "owner"));
            return true;
        }
        return false;
    }

    /// <summary>The prepositional phrases of an object are the verb's as well: parsers hang "sanctions on Kenya" on either.</summary>
    private static void ReadNounPhrase(SentenceView view, int verb, int noun, List<Argument> into)
    {
        foreach (var child in view.Sentence.Children(noun))
            if (child != verb && view.Relation(child) is Relation.Nmod or Relation.Obl && Slots.OfPreposition(view.Case(child)) is { } slot)
                into.Add(new Argument(slot, child, "obj>nmod"));
            else if (child < noun && view.Relation(child) is Relation.Compound && view.MentionAt(child) is { Kind: MentionKind.Country or MentionKind.Government, Code: not null } && child + 1 < view.Count && view.Tag(child + 1) == Upos.Num)
                // "Gave Nepal 20 million dollars"
                into.Add(new Argument(Slots.Indirect, child, "obj>compound"));
            else if (view.Relation(child) is Relation.Acl && view.HasMark(child, "to"))
                into.Add(new Argument(Slots.Complement, child, "obj>acl"));
    }

    /// <summary>"With Chad, Mali and Niger condemning it": what modifies the last of a list modifies them all.</summary>
    private static void ReadList(SentenceView view, int last, string wanted, List<Argument> into)
    {
        if (view.Relation(last) != Relation.Conj || view.Case(view.Head(last)) is not "with") return;
        into.Add(new Argument(wanted, view.Head(last), "acl<conj"));
        foreach (var child in view.Sentence.Children(view.Head(last)))
            if (child != last && view.Relation(child) == Relation.Conj) into.Add(new Argument(wanted, child, "acl<conj"));
    }

    private static void ReadConjuncts(SentenceView view, int from, List<Argument> into)
    {
        // The list grows as it is read, so that conjuncts of conjuncts are found; a tree has no rings.
        for (var i = from; i < into.Count; i++)
        {
            if (!view.IsNominal(into[i].Token)) continue;
            foreach (var child in view.Sentence.Children(into[i].Token))
                if ((view.Relation(child) is Relation.Conj or Relation.List || (view.Relation(child) == Relation.Appos && IsAfterSemicolon(view, child))) && view.IsNominal(child))
                    into.Add(new Argument(into[i].Slot, child, into[i].Path + ">conj"));
        }
    }

    private static bool HasOwnSubject(SentenceView view, int verb) =>
        view.HasChild(verb, Relation.Nsubj) || view.HasChild(verb, Relation.NsubjPass);

    /// <summary>Whether a word names a paper, which does what its participle says: "an order imposing sanctions".</summary>
    public static bool IsDocument(ReadOnlySpan<char> lemma) => lemma is "order" or "law" or "bill" or "resolution" or "decree" or "deal" or "agreement"
        or "statement" or "motion" or "measure" or "act" or "legislation" or "letter" or "declaration" or "petition" or "communique" or "report" or "directive";

    /// <summary>"The group that attacked": the relative pronoun is the subject, so the noun above is no object.</summary>
    private static bool IsRelative(SentenceView view, int verb) => view.Child(verb, Relation.Nsubj) is var subject and >= 0 && view.IsRelativePronoun(subject);

    private static bool PromisesItself(SentenceView view, int verb) =>
        view.Lemma(verb) is "promise" or "threaten" or "vow" or "use" or "hold" or "have" or "take" or "give" or "make" or "face";

    private static bool Has(List<Argument> arguments, int from, string slot)
    {
        for (var i = from; i < arguments.Count; i++)
            if (arguments[i].Slot == slot) return true;
        return false;
    }
}
