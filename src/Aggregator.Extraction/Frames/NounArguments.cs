using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Reads the arguments of a noun that tells a happening: its possessor, modifiers and prepositional phrases, and those of the light
/// verb that carries it.
/// </summary>
internal static class NounArguments
{
    private static readonly LightVerb s_dated = new("for", LightSubject.Actor, EventStatus.Planned, []);

    /// <summary>Adds a noun's arguments to a list.</summary>
    /// <returns>The light verb that carries it, and how; null when none does.</returns>
    public static (int Verb, LightVerb How)? Read(SentenceView view, FrameSet frames, int noun, List<Argument> into)
    {
        foreach (var child in view.Sentence.Children(noun)) ReadChild(view, child, into);
        ReadBeside(view, noun, into);
        var own = into.Count;
        for (var i = 0; i < own; i++)
            if (view.IsNominal(into[i].Token))
                foreach (var child in view.Sentence.Children(into[i].Token))
                    if (view.Relation(child) == Relation.Conj && (view.IsNominal(child) || view.MentionAt(child) is not null))
                        into.Add(into[i] with { Token = child, Path = into[i].Path + ">conj" });
        for (var i = 0; i < own; i++)
            if (into[i].Slot is "of")
                foreach (var child in view.Sentence.Children(into[i].Token))
                    if (view.Relation(child) == Relation.Nmod && view.Case(child) is "by") into.Add(new Argument("by", child, "nmod>by"));
        for (var i = 0; i < into.Count; i++) into[i] = into[i] with { Token = view.Content(into[i].Token) };
        ReadClaim(view, noun, into);
        if (view.Case(noun) is "under" && view.HasChild(noun, Relation.Cop) && view.Child(noun, Relation.Nsubj) is var undergoer and >= 0)
        {
            // "is under investigation"
            into.Add(new Argument(Slots.Undergoer, undergoer, "nsubj of 'under'"));
            into.Add(new Argument(Slots.Light, noun, "under"));
        }
        var carrier = FindCarrier(view, frames, noun);
        if (carrier is { } found) ReadCarrier(view, noun, found.Verb, found.How, into);
        return carrier;
    }

    /// <summary>"Claimed responsibility for the attack": who claims it has done it.</summary>
    private static void ReadClaim(SentenceView view, int noun, List<Argument> into)
    {
        if (view.Case(noun) is not "for" || view.Head(noun) is not (var head and >= 0)) return;
        var verb = view.Lemma(head) is "responsibility" or "credit" ? view.Head(head) : head;
        if (verb < 0 || view.Lemma(verb) is not ("claim" or "take" or "assume" or "accept") || !HasResponsibility(view, verb)) return;
        var subjects = new List<Argument>(2);
        VerbArguments.ReadSubjects(view, verb, subjects);
        foreach (var subject in subjects) into.Add(new Argument("by", subject.Token, "claims responsibility>" + subject.Path));
    }

    private static bool HasResponsibility(SentenceView view, int verb)
    {
        for (var token = verb + 1; token < Math.Min(view.Count, verb + 4); token++)
            if (view.IsLemma(token, "responsibility") || view.IsLemma(token, "credit")) return true;
        return false;
    }

    /// <summary>"Claimed responsibility for the assault on a newspaper": a phrase right behind the noun is the noun's as well, wherever parsers hang it.</summary>
    private static void ReadBeside(SentenceView view, int noun, List<Argument> into)
    {
        var preposition = AfterTime(view, noun + 1);
        if (preposition >= view.Count || view.Relation(preposition) != Relation.Case || view.Head(preposition) is not (var phrase and >= 0) || phrase <= preposition) return;
        if (view.Head(phrase) == noun || view.Relation(phrase) is not (Relation.Obl or Relation.Nmod) || view.Head(phrase) > noun) return;
        if (view.Case(phrase) is "on" or "against" or "in" or "at" or "of" && Slots.OfPreposition(view.Case(phrase)) is { } slot) into.Add(new Argument(slot, phrase, "beside"));
    }

    /// <summary>Past "last week", "this year" or "Sunday", which stand between a noun and its phrase.</summary>
    private static int AfterTime(SentenceView view, int token)
    {
        if (token + 1 < view.Count && view.Lemma(token) is "last" or "this" or "next" && view.Tag(token + 1) is Upos.Noun or Upos.Propn) return token + 2;
        return token < view.Count && view.Relation(token) == Relation.OblUnmarked && view.Tag(token) == Upos.Propn ? token + 1 : token;
    }

    private static void ReadChild(SentenceView view, int child, List<Argument> into)
    {
        switch (view.Relation(child))
        {
            case Relation.NmodPoss:
                into.Add(new Argument(Slots.Possessor, child, "nmod:poss"));
                break;
            case Relation.Amod or Relation.Compound or Relation.NmodDesc or Relation.NmodUnmarked or Relation.Nummod:
                into.Add(new Argument(Slots.Modifier, child, "mod"));
                foreach (var inner in view.Sentence.Children(child))
                    if (view.Relation(inner) is Relation.Amod or Relation.Compound or Relation.Conj)
                        into.Add(new Argument(Slots.Modifier, inner, "mod>mod"));
                break;
            case Relation.Nmod or Relation.Obl when Slots.OfPreposition(view.Case(child)) is { } slot:
                into.Add(new Argument(slot, child, "nmod"));
                break;
            case Relation.Acl when view.HasMark(child, "to"):
            case Relation.Ccomp:
                into.Add(new Argument(Slots.Complement, child, "acl"));
                break;
            case Relation.Acl when Slots.OfPreposition(view.Case(child)) is { } marker:
                into.Add(new Argument(marker, child, "acl"));
                break;
        }
    }

    private static (int Verb, LightVerb How)? FindCarrier(SentenceView view, FrameSet frames, int noun)
    {
        var carried = noun;
        for (var steps = 0; steps < 4 && view.Relation(carried) == Relation.Conj && view.IsNominal(view.Head(carried)); steps++)
            carried = view.Head(carried);
        // "Held a series of talks", "planned a number of meetings"
        for (var steps = 0; steps < 3 && view.Relation(carried) == Relation.Nmod && view.Head(carried) is var quantity and >= 0 && view.Content(quantity) == carried; steps++)
            carried = quantity;
        if (FindDate(view, carried) is { } dated) return dated;
        var head = view.Head(carried);
        if (head >= 0 && Hanging(view, carried, head) is { } hangs && Match(view, frames, head, hangs) is { } how) return (head, how);
        foreach (var child in view.Sentence.Children(noun))
        {
            // "talks held in Nairobi", "a call that was made on Monday", "the summit France hosted"
            if (view.Relation(child) is not (Relation.Acl or Relation.AclRelcl) || view.Tag(child) != Upos.Verb || view.HasMark(child, "to")) continue;
            if (Match(view, frames, child, (view.IsGerund(child) && !view.IsPassive(child)) || IsSubjectOf(view, child) ? Slots.Subject : Slots.Object) is { } carries) return (child, carries);
        }
        return null;
    }

    /// <summary>"Agreed on a date for a meeting", "set a date for talks": who does so is to take part, wherever parsers hang the phrase.</summary>
    private static (int Verb, LightVerb How)? FindDate(SentenceView view, int noun)
    {
        if (view.Case(noun) is not "for" || view.Child(noun, Relation.Case) is not (var preposition and > 1)) return null;
        var date = preposition - 1;
        if (view.Lemma(date) is not ("date" or "time" or "venue") || view.Head(date) is not (var verb and >= 0) || view.Tag(verb) != Upos.Verb || view.Relation(date) is not (Relation.Obj or Relation.Obl or Relation.NsubjPass)) return null;
        return view.Lemma(verb) is "agree" or "set" or "fix" or "name" or "announce" or "settle" or "propose" or "decide" ? (verb, s_dated) : null;
    }

    /// <summary>"Talks that began on Monday": the pronoun that stands for the noun is the clause's subject.</summary>
    private static bool IsSubjectOf(SentenceView view, int clause) =>
        view.Relation(clause) == Relation.AclRelcl && !view.IsPassive(clause) && view.Child(clause, Relation.Nsubj) is var subject and >= 0 && view.IsRelativePronoun(subject);

    private static string? Hanging(SentenceView view, int noun, int head) => view.Relation(noun) switch
    {
        Relation.Obj or Relation.NsubjPass => Slots.Object,
        Relation.Nsubj => view.IsPassive(head) ? Slots.Object : Slots.Subject,
        Relation.Obl or Relation.Nmod => Slots.OfPreposition(view.Case(noun)),
        Relation.Xcomp => Slots.Object,
        _ => null,
    };

    private static LightVerb? Match(SentenceView view, FrameSet frames, int verb, string hangs)
    {
        foreach (var way in frames.Light(view.Lemma(verb)))
            if (way.Hangs == hangs && Triggers.HasFurther(view, verb, way.Further)) return way;
        return null;
    }

    private static void ReadCarrier(SentenceView view, int noun, int verb, LightVerb how, List<Argument> into)
    {
        into.Add(new Argument(Slots.Light, verb, "light"));
        var borrowed = new List<Argument>(8);
        VerbArguments.Read(view, verb, borrowed);
        foreach (var argument in borrowed)
        {
            if (argument.Token == noun || argument.Token == verb) continue;
            if (argument.Slot == Slots.Subject)
            {
                if (how.Subject == LightSubject.Actor) into.Add(argument with { Path = "light>" + argument.Path });
                else if (how.Subject == LightSubject.Recipient) into.Add(new Argument(Slots.Undergoer, argument.Token, "light>" + argument.Path));
            }
            else if (argument.Slot == Slots.Object)
            {
                // "was attacked in a raid": the passive's subject has it done to it; "told him in a call": both take part.
                if (how.Hangs is not (Slots.Object or Slots.Subject)) into.Add(argument with { Path = "light>" + argument.Path });
            }
            else if (argument.Slot != how.Hangs || how.Hangs is Slots.Object or Slots.Subject)
                into.Add(argument with { Path = "light>" + argument.Path });
        }
    }
}
