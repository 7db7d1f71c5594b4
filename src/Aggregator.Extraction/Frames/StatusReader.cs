using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Tells how far a happening has come: by its own auxiliaries and negation, and by what governs it.</summary>
internal sealed class StatusReader(FrameSet frames)
{
    private readonly ClauseStatus _clauses = new(frames);
    private readonly GovernorStatus _governors = new(frames, new ClauseStatus(frames));

    /// <summary>The status of what a token tells, the rule that told it, and the word.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="light">The light verb that carries it, or null.</param>
    public StatusReading Read(SentenceView view, int trigger, (int Verb, LightVerb How)? light)
    {
        var read = ReadTold(view, trigger, light);
        return read.Status is EventStatus.Occurred or EventStatus.Planned or EventStatus.Ongoing && IsQuestion(view)
            ? new StatusReading(EventStatus.Hypothetical, "question", view.Count - 1) : read;
    }

    private StatusReading ReadTold(SentenceView view, int trigger, (int Verb, LightVerb How)? light)
    {
        if (view.Tag(trigger) is Upos.Noun or Upos.Propn)
        {
            if (light is { How.Status: EventStatus.Cancelled or EventStatus.Postponed or EventStatus.Denied } ends && _clauses.Read(view, ends.Verb) is null)
            {
                // "To prevent an attack": that there was none is not said.
                var isAim = ends.How.Status == EventStatus.Denied && (view.HasMark(ends.Verb, "to") || view.IsGerund(ends.Verb) || view.Sentence[ends.Verb].Penn is Penn.Vbz or Penn.Vbp);
                return new(isAim ? EventStatus.Hypothetical : ends.How.Status.Value, $"light verb '{view.Lemma(ends.Verb)}'", ends.Verb);
            }
            if (view.Case(trigger) is "under" && view.Child(trigger, Relation.Cop) is var copula and >= 0 && !ClauseStatus.IsPast(view, copula))
                return new(EventStatus.Ongoing, "is under", copula);
            if (light is null && OfNounGovernor(view, trigger) is { } governor) return governor;
            if (OfNoun(view, trigger) is { } own) return own;
            if (light is { } carrier)
            {
                if (_clauses.Read(view, carrier.Verb) is { Status: not EventStatus.Ongoing } told) return told;
                if (carrier.How.Status is { } given) return new(given, $"light verb '{view.Lemma(carrier.Verb)}'", carrier.Verb);
                return _clauses.Read(view, carrier.Verb) ?? _governors.Read(view, carrier.Verb) ?? new StatusReading(EventStatus.Occurred, "told as done", trigger);
            }
            if (OfExistence(view, trigger) is { } existing) return existing;
            if (OfEquation(view, trigger) is { } equated) return equated;
            if (OfUncertain(view, trigger) is { } uncertain) return uncertain;
            return new StatusReading(EventStatus.Occurred, "noun", trigger);
        }
        if (IsImperative(view, trigger)) return new(EventStatus.Hypothetical, "imperative", trigger);
        return _clauses.Read(view, trigger) ?? _governors.Read(view, trigger) ?? new StatusReading(EventStatus.Occurred, "told as done", trigger);
    }

    /// <summary>"There could be another round of talks": what is said to exist, or not.</summary>
    private StatusReading? OfExistence(SentenceView view, int noun)
    {
        for (var steps = 0; steps < 3 && view.Relation(noun) == Relation.Nmod && view.Head(noun) is var quantity and >= 0 && view.Content(quantity) == noun; steps++) noun = quantity;
        var verb = view.Head(noun);
        return view.Relation(noun) == Relation.Nsubj && verb >= 0 && view.HasChild(verb, Relation.Expl) ? _clauses.Read(view, verb) : null;
    }

    /// <summary>"It would be the first visit", "the summit will be the third this year", "the attack would be the worst": what is said to be one, or to be the first.</summary>
    private StatusReading? OfEquation(SentenceView view, int noun)
    {
        if (view.HasChild(noun, Relation.Cop) || view.Relation(noun) is Relation.Obj or Relation.Xcomp) return _governors.OfSingledOut(view, noun);
        var predicate = view.Head(noun);
        if (view.Relation(noun) is not Relation.Nsubj || predicate < 0 || !view.HasChild(predicate, Relation.Cop) || _clauses.Read(view, predicate) is not { } told) return null;
        return told.Status == EventStatus.Hypothetical || (told.Status == EventStatus.Planned && GovernorStatus.IsSingledOut(view, predicate)) ? told : null;
    }

    private static bool IsQuestion(SentenceView view)
    {
        var last = view.Count - 1;
        while (last > 0 && view.Sentence.Form(last)[0] is '"' or '”' or '\'' or '’' or ')') last--;
        return view.IsForm(last, "?");
    }

    /// <summary>"Kill them all": a bare infinitive that heads its clause, without a subject.</summary>
    private static bool IsImperative(SentenceView view, int verb)
    {
        if (view.Sentence[verb].Penn != Penn.Vb || view.Relation(verb) is not (Relation.Root or Relation.Conj or Relation.Parataxis or Relation.Ccomp)) return false;
        if (view.Relation(verb) == Relation.Conj && view.Head(verb) is var first and >= 0 && view.Tag(first) == Upos.Verb && !IsImperative(view, first)) return false;
        foreach (var child in view.Sentence.Children(verb))
            if (view.Relation(child) is Relation.Aux or Relation.AuxPass or Relation.Nsubj or Relation.NsubjPass or Relation.Mark or Relation.Expl) return false;
        return true;
    }

    private StatusReading? OfNoun(SentenceView view, int noun)
    {
        foreach (var child in view.Sentence.Children(noun))
        {
            if (view.Relation(child) is Relation.Amod or Relation.Compound or Relation.Advmod or Relation.Acl
                && frames.Governors.OfModifier(ClauseStatus.Form(view, child)) is { } status) return new(status, $"modifier '{view.Sentence.Form(child)}'", child);
            // "A riot rather than a terrorist attack": what it was not.
            if (child < noun && view.Lemma(child) is "rather" or "instead" && view.Lemma(child + 1) is "than" or "of") return new(EventStatus.Hypothetical, $"'{view.Lemma(child)} {view.Lemma(child + 1)}'", child);
            // "No operations were disclosed" does not say that there were none.
            if (view.Relation(child) == Relation.Det && view.IsLemma(child, "no")) return new(view.Head(noun) is var verb and >= 0 && view.Lemma(verb) is "disclose" or "discuss" or "mention" or "reveal" or "report" or "describe" or "confirm" ? EventStatus.Hypothetical : EventStatus.Denied, "no", child);
            if (view.Relation(child) == Relation.Case && view.IsLemma(child, "without")) return new(EventStatus.Hypothetical, "without", child);
        }
        return null;
    }

    private static bool IsGuardedAgainst(SentenceView view, int noun, int head) => view.Case(noun) switch
    {
        "from" or "against" => view.Lemma(head) is "protect" or "defend" or "shield" or "guard" or "safeguard" or "insulate" or "secure" or "safe" or "hedge" or "protection" or "defense" or "defence" or "insurance" or "deterrent" or "immune",
        "for" => view.Lemma(head) is "brace" or "prepare" or "ready" or "plan" or "arm" or "vulnerability" or "potential" or "target" && !view.HasChild(noun, Relation.Det),
        "to" => view.Lemma(head) is "vulnerable" or "vulnerability",
        "of" => view.Lemma(head) is "event" or "case" or "fear" or "specter" or "spectre" or "likelihood" or "absence" && view.Case(head) is "in" or "" or "amid" or "of" or "under",
        _ => false,
    };

    /// <summary>"Could trigger a strike", "must debate a ban", "working to arrange airdrops": what has neither an article that points back nor an owner is no more than what is said of it.</summary>
    private StatusReading? OfUncertain(SentenceView view, int noun)
    {
        var verb = view.Head(noun);
        if (verb < 0 || view.Tag(verb) != Upos.Verb || view.Relation(noun) is not (Relation.Obj or Relation.Nsubj or Relation.NsubjPass)) return null;
        foreach (var child in view.Sentence.Children(noun))
            if ((view.Relation(child) == Relation.Det && view.Lemma(child) is not ("a" or "any" or "some" or "another" or "more" or "further")) || view.Relation(child) is Relation.NmodPoss or Relation.Acl or Relation.AclRelcl || view.Lemma(child) is "last" or "recent" or "past") return null;
        return (_clauses.Read(view, verb) ?? _governors.Read(view, verb)) is { Status: EventStatus.Hypothetical } told ? told : null;
    }

    /// <summary>What governs a bare noun: "plans for a summit", "ruled out an invasion", "will discuss the invasion" (no matter).</summary>
    private StatusReading? OfNounGovernor(SentenceView view, int noun)
    {
        var head = view.Head(noun);
        if (head < 0) return null;
        if (view.Relation(noun) is Relation.Nmod && view.Tag(head) == Upos.Noun && view.Case(noun) is "for" or "of")
            return frames.Governors.OfNoun(view.Lemma(head)) is { } planned and not EventStatus.Denied ? new StatusReading(planned, $"'{view.Lemma(head)}' above", head) : null;
        // "Protect them from an attack", "braced for a strike", "in the event of an invasion": what might come.
        if (view.Relation(noun) is Relation.Obl or Relation.Nmod && IsGuardedAgainst(view, noun, head)) return new(EventStatus.Hypothetical, $"'{view.Lemma(head)}' above", head);
        if (view.Relation(noun) is Relation.Obj && view.Tag(head) == Upos.Verb && frames.Governors.OfVerb(view.Lemma(head)) is { } status
            and (EventStatus.Hypothetical or EventStatus.Planned or EventStatus.Denied or EventStatus.Cancelled or EventStatus.Postponed))
            // "Prevented an attack" says that there was none, "to prevent attacks" nothing of the kind.
            return new(status == EventStatus.Denied && (view.HasMark(head, "to") || view.IsGerund(head)) ? EventStatus.Hypothetical : status, $"'{view.Lemma(head)}' above", head);
        return null;
    }
}
