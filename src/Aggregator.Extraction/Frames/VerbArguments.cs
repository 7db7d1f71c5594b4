using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Reads the arguments of a verb or predicate adjective off the dependency tree: its own, those understood from elsewhere, and what completes it.</summary>
internal static class VerbArguments
{
    private const int PhraseTokensMax = 12;

    /// <summary>How far apart, in tokens, two verbs may stand that share an object.</summary>
    private const int SharedReachMax = 3;

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
        if (!passive && TakesObject(view.Lemma(verb)) && !Has(into, before, Slots.Object)) ReadSharedObject(view, verb, into);
        if (passive && !Has(into, before, Slots.Subject)) ReadAgentBelow(view, verb, into);
        if (!Has(into, before, passive ? Slots.Object : Slots.Subject)) UnderstoodArguments.ReadFromAbove(view, verb, passive, into);
        if (!passive && !Has(into, before, Slots.Subject)) UnderstoodArguments.ReadNearest(view, verb, into);
        if (view.Relation(verb) == Relation.AclRelcl && !passive && UnderstoodArguments.HasOwnSubject(view, verb) && !IsRelative(view, verb) && !Has(into, before, Slots.Object) && view.Tag(verb) == Upos.Verb)
            into.Add(new Argument(Slots.Object, view.Head(verb), "acl:relcl"));
        var own = into.Count;
        // "Clashes between the army and rebels broke out"
        for (var i = before; i < own; i++)
            if (into[i] is { Slot: Slots.Subject, Path: "nsubj" } && view.Tag(into[i].Token) == Upos.Noun) ReadBetween(view, into[i].Token, into);
        for (var i = before; i < own; i++)
            if (into[i].Slot is Slots.Object || (into[i].Slot is "over" or "off" or "up" or "down" or "under" && into[i].Path == "obl") || (into[i].Slot is "with" && (view.HasChild(verb, Relation.CompoundPrt) || view.Lemma(into[i].Token) is "help" or "aid" or "assistance")) || into[i] is { Slot: "by", Path: "obl:agent" }) ReadNounPhrase(view, verb, into[i].Token, into);
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
            case Relation.Expl when view.MentionAt(child) is { Kind: MentionKind.Pronoun, Code: not null }:
                // "Said it is ready to talk": parsers take it for the "it" of "it is clear".
                Add(passive ? Slots.Object : Slots.Subject, child, "expl");
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
                ComplementArguments.ReadQuestion(view, child, into);
                ComplementArguments.ReadCalled(view, child, into);
                break;
            case Relation.Iobj:
                Add(Slots.Indirect, Fillers.Resolve(view, verb, child), "iobj");
                // "Warned Chad not to do it": parsers take who is told for a receiver.
                if (view.Lemma(verb) is "warn" or "urge" or "ask" or "order" or "press" or "accuse" && !view.HasChild(verb, Relation.Obj)) Add(Slots.Object, Fillers.Resolve(view, verb, child), "iobj");
                ComplementArguments.ReadQuestion(view, child, into);
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
                    if (slot == "by" && passive && (view.MentionAt(child) is not null || IsDoer(view, child))) Add(Slots.Subject, child, "obl:by");
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
                ComplementArguments.ReadComplement(view, verb, child, into);
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

    /// <summary>Deeds that are done to somebody, so that an object is missing where they have none.</summary>
    private static bool TakesObject(ReadOnlySpan<char> lemma) => lemma is "kill" or "wound" or "injure" or "shoot" or "arrest" or "detain" or "attack" or "capture" or "kidnap" or "abduct" or "beat" or "stab" or "torture" or "behead"
        or "bomb" or "seize" or "expel" or "condemn" or "criticize" or "praise" or "harass" or "jail" or "sign" or "reject" or "deport" or "execute";

    /// <summary>"Killed or badly wounded thousands": two verbs side by side have one object, which parsers hang on the second.</summary>
    private static void ReadSharedObject(SentenceView view, int verb, List<Argument> into)
    {
        foreach (var other in view.Sentence.Children(verb))
        {
            if (view.Relation(other) != Relation.Conj || other < verb || other > verb + SharedReachMax || view.Tag(other) != Upos.Verb || view.HasChild(other, Relation.Nsubj) || view.Sentence[other].Penn != view.Sentence[verb].Penn) continue;
            for (var between = verb + 1; between < other; between++)
                if (view.Tag(between) is not (Upos.Cconj or Upos.Adv)) return;
            if (view.Child(other, Relation.Obj) is var shared and >= 0 && shared > other) into.Add(new Argument(Slots.Object, shared, "conj>obj"));
            return;
        }
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

    /// <summary>"Was hit by drones": a noun that may have done it, and tells neither by when, by how much nor by what right.</summary>
    private static bool IsDoer(SentenceView view, int noun) =>
        view.Tag(noun) is Upos.Noun && !view.HasChild(noun, Relation.Nummod)
        && view.Lemma(noun) is not ("percent" or "half" or "end" or "law" or "time" or "mistake" or "hand" or "phone" or "air" or "sea" or "rail" or "force" or "way" or "means" or "virtue"
            or "name" or "vote" or "margin" or "deadline" or "midnight" or "noon" or "night" or "dawn" or "day" or "week" or "month" or "year" or "telephone" or "video" or "email" or "letter"
            or "decree" or "default" or "design" or "accident");

    private static bool IsAfterSemicolon(SentenceView view, int token)
    {
        for (var before = token - 1; before >= Math.Max(0, token - PhraseTokensMax) && view.Tag(before) is not Upos.Verb; before--)
            if (view.IsForm(before, ";")) return before == token - 1 || view.Sentence.DependsOn(before, token);
        return false;
    }

    /// <summary>The prepositional phrases of an object are the verb's as well: parsers hang "sanctions on Kenya" on either.</summary>
    private static void ReadNounPhrase(SentenceView view, int verb, int noun, List<Argument> into)
    {
        foreach (var child in view.Sentence.Children(noun))
            if (child != verb && view.Relation(child) is Relation.Nmod or Relation.Obl && Slots.OfPreposition(view.Case(child)) is { } slot)
            {
                into.Add(new Argument(slot, child, "obj>nmod"));
                // "A loan of 90 million dollars for Chad": parsers hang whom it is for on the sum.
                if (slot is "of" && view.HasChild(child, Relation.Nummod))
                    foreach (var inner in view.Sentence.Children(child))
                        if (view.Relation(inner) is Relation.Nmod && view.Case(inner) is "to" or "for") into.Add(new Argument(view.Case(inner) is "to" ? "to" : "for", inner, "obj>nmod>nmod"));
            }
            else if (child < noun && view.Relation(child) is Relation.Compound && view.MentionAt(child) is { Kind: MentionKind.Country or MentionKind.Government, Code: not null } && child + 1 < view.Count && view.Tag(child + 1) == Upos.Num)
                // "Gave Nepal 20 million dollars"
                into.Add(new Argument(Slots.Indirect, child, "obj>compound"));
            else if (view.Relation(child) is Relation.Acl && view.HasMark(child, "to"))
                into.Add(new Argument(Slots.Complement, child, "obj>acl"));
    }

    private static void ReadBetween(SentenceView view, int noun, List<Argument> into)
    {
        foreach (var child in view.Sentence.Children(noun))
            if (view.Relation(child) == Relation.Nmod && view.Case(child) is "between") into.Add(new Argument("between", child, "nsubj>nmod"));
    }

    private static void ReadConjuncts(SentenceView view, int from, List<Argument> into)
    {
        // The list grows as it is read, so that conjuncts of conjuncts are found; a tree has no rings.
        for (var i = from; i < into.Count; i++)
        {
            // "The Kenyan and Zambian presidents": parsers take the first adjective for the subject.
            if (!view.IsNominal(into[i].Token) && view.MentionAt(into[i].Token) is not { Kind: MentionKind.Demonym }) continue;
            foreach (var child in view.Sentence.Children(into[i].Token))
            {
                // "Which offered $7 million, and the European Union": no sum, whatever it hangs on.
                if (view.Tag(into[i].Token) is Upos.Sym or Upos.Num && view.MentionAt(into[i].Token) is null && view.MentionAt(child) is { Code: not null }) continue;
                if ((view.Relation(child) is Relation.Conj or Relation.List || (view.Relation(child) == Relation.Appos && IsAfterSemicolon(view, child))) && view.IsNominal(child))
                    into.Add(new Argument(into[i].Slot, child, into[i].Path + ">conj"));
                if (view.Relation(child) == Relation.Nmod && IsPerson(view, into[i].Token) && PersonBeside(view, child) is var person and >= 0)
                    into.Add(new Argument(into[i].Slot, person, into[i].Path + ">nmod>conj"));
            }
        }
    }

    /// <summary>"Ann Roe of Chad and Jan Berg of Togo": parsers hang the second person on the first one's state.</summary>
    private static int PersonBeside(SentenceView view, int state)
    {
        if (view.MentionAt(state)?.Kind is MentionKind.Person) return -1;
        foreach (var child in view.Sentence.Children(state))
            if (view.Relation(child) == Relation.Conj && IsPerson(view, child)) return child;
        return -1;
    }

    private static bool IsPerson(SentenceView view, int token) => view.MentionAt(token) is { Kind: MentionKind.Person };

    /// <summary>"The group that attacked": the relative pronoun is the subject, so the noun above is no object.</summary>
    private static bool IsRelative(SentenceView view, int verb) => view.Child(verb, Relation.Nsubj) is var subject and >= 0 && view.IsRelativePronoun(subject);

    private static bool Has(List<Argument> arguments, int from, string slot)
    {
        for (var i = from; i < arguments.Count; i++)
            if (arguments[i].Slot == slot) return true;
        return false;
    }
}
