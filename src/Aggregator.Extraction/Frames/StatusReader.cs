using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Tells how far a happening has come: by its own auxiliaries and negation, and by what governs it.</summary>
internal sealed class StatusReader(FrameSet frames)
{
    private const int ClimbMax = 6;

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
            if (light is { How.Status: EventStatus.Cancelled or EventStatus.Postponed or EventStatus.Denied } ends && OfClause(view, ends.Verb) is null)
                return new(ends.How.Status.Value, $"light verb '{view.Lemma(ends.Verb)}'", ends.Verb);
            if (view.Case(trigger) is "under" && view.Child(trigger, Relation.Cop) is var copula and >= 0 && !IsPast(view, copula))
                return new(EventStatus.Ongoing, "is under", copula);
            if (light is null && OfNounGovernor(view, trigger) is { } governor) return governor;
            if (OfNoun(view, trigger) is { } own) return own;
            if (light is { } carrier)
            {
                if (OfClause(view, carrier.Verb) is { Status: not EventStatus.Ongoing } told) return told;
                if (carrier.How.Status is { } given) return new(given, $"light verb '{view.Lemma(carrier.Verb)}'", carrier.Verb);
                return OfClause(view, carrier.Verb) ?? FromAbove(view, carrier.Verb) ?? new StatusReading(EventStatus.Occurred, "told as done", trigger);
            }
            if (OfExistence(view, trigger) is { } existing) return existing;
            return new StatusReading(EventStatus.Occurred, "noun", trigger);
        }
        if (IsImperative(view, trigger)) return new(EventStatus.Hypothetical, "imperative", trigger);
        return OfClause(view, trigger) ?? FromAbove(view, trigger) ?? new StatusReading(EventStatus.Occurred, "told as done", trigger);
    }

    /// <summary>"There could be another round of talks": what is said to exist, or not.</summary>
    private StatusReading? OfExistence(SentenceView view, int noun)
    {
        for (var steps = 0; steps < 3 && view.Relation(noun) == Relation.Nmod && view.Head(noun) is var quantity and >= 0 && view.Content(quantity) == noun; steps++) noun = quantity;
        var verb = view.Head(noun);
        return view.Relation(noun) == Relation.Nsubj && verb >= 0 && view.HasChild(verb, Relation.Expl) ? OfClause(view, verb) : null;
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
                && frames.Governors.OfModifier(Form(view, child)) is { } status) return new(status, $"modifier '{view.Sentence.Form(child)}'", child);
            if (view.Relation(child) == Relation.Det && view.IsLemma(child, "no")) return new(EventStatus.Denied, "no", child);
            if (view.Relation(child) == Relation.Case && view.IsLemma(child, "without")) return new(EventStatus.Denied, "without", child);
        }
        return null;
    }

    /// <summary>What governs a bare noun: "plans for a summit", "ruled out an invasion", "will discuss the invasion" (no matter).</summary>
    private StatusReading? OfNounGovernor(SentenceView view, int noun)
    {
        var head = view.Head(noun);
        if (head < 0) return null;
        if (view.Relation(noun) is Relation.Nmod && view.Tag(head) == Upos.Noun && view.Case(noun) is "for" or "of")
            return frames.Governors.OfNoun(view.Lemma(head)) is { } planned and not EventStatus.Denied ? new StatusReading(planned, $"'{view.Lemma(head)}' above", head) : null;
        if (view.Relation(noun) is Relation.Obj && view.Tag(head) == Upos.Verb && frames.Governors.OfVerb(view.Lemma(head)) is { } status
            and (EventStatus.Hypothetical or EventStatus.Planned or EventStatus.Denied or EventStatus.Cancelled or EventStatus.Postponed))
            // "Prevented an attack" says that there was none, "to prevent attacks" nothing of the kind.
            return new(status == EventStatus.Denied && (view.HasMark(head, "to") || view.IsGerund(head)) ? EventStatus.Hypothetical : status, $"'{view.Lemma(head)}' above", head);
        return null;
    }

    /// <summary>What a clause's own words tell: negation, modals, "if", the continuous form; null when nothing.</summary>
    private StatusReading? OfClause(SentenceView view, int verb)
    {
        StatusReading? found = null;
        foreach (var child in view.Sentence.Children(verb))
        {
            if (child < verb && view.IsLemma(child, "neither")) return new(EventStatus.Denied, "neither", child);
            switch (view.Relation(child))
            {
                case Relation.Advmod when view.Lemma(child) is "not" or "n't" or "never" or "nt" or "n’t" && !IsHedged(view, verb, child):
                    // "You cannot fire them", "they should not strike": whether they do is not said.
                    return IsModal(view, verb) ? new(EventStatus.Hypothetical, "modal, negated", child) : new(EventStatus.Denied, "negated", child);
                case Relation.Advmod when child < verb && view.Lemma(child) is "almost" or "nearly":
                    return new(EventStatus.Hypothetical, $"'{view.Lemma(child)}'", child);
                case Relation.Nsubj or Relation.NsubjPass or Relation.Obj when HasNo(view, child):
                    return new(EventStatus.Denied, "no", child);
                case Relation.Mark when view.Lemma(child) is "if" or "unless" or "whether" or "lest":
                    return new(EventStatus.Hypothetical, $"'{view.Lemma(child)}'", child);
                case Relation.Mark when view.Lemma(child) is "without":
                    return new(EventStatus.Denied, "without", child);
                case Relation.Aux or Relation.AuxPass or Relation.Cop when view.IsBeTo(child):
                    found = new(EventStatus.Planned, $"'{view.Sentence.Form(child)} to'", child);
                    break;
                case Relation.Aux when view.IsForm(child, "would") && IsReported(view, verb) && !view.HasAuxiliary(verb, "have") && !HasCondition(view, verb):
                    // "Said it would send tanks": what was to come when it was said.
                    found = new(EventStatus.Planned, "'would' as it was said", child);
                    break;
                case Relation.Aux when view.Sentence.Form(child) is "'d" or "’d" && view.Sentence[verb].Penn == Penn.Vb:
                    found = new(IsReported(view, verb) ? EventStatus.Planned : EventStatus.Hypothetical, "'would'", child);
                    break;
                case Relation.Aux when OfAuxiliary(view, child) is { } modal:
                    // "Will march only if they are told to": that they will is not said.
                    found = new(modal == EventStatus.Planned && IsOnlyIf(view, verb) ? EventStatus.Hypothetical : modal, $"auxiliary '{view.Sentence.Form(child)}'", child);
                    break;
                case Relation.Aux when view.IsLemma(child, "be") && view.IsGerund(verb) && found is null && (!IsPast(view, child) || IsReported(view, verb)):
                    found = new(EventStatus.Ongoing, "continuous", child);
                    break;
                case Relation.AuxPass when view.IsForm(child, "being") && found is null && !view.HasMark(verb):
                    // "After being charged" is over; "is being charged", "the others being freed" go on.
                    found = new(EventStatus.Ongoing, "continuous", child);
                    break;
                case Relation.Advmod when found is null && view.Lemma(child) is "currently" or "still":
                    found = new(EventStatus.Ongoing, $"'{view.Lemma(child)}'", child);
                    break;
                case Relation.Advmod when view.Lemma(child) is "reportedly" or "allegedly":
                    break;
            }
        }
        return found;
    }

    /// <summary>Climbs to what governs a clause: "plans to", "refused to", "urged them to", "the decision to".</summary>
    private StatusReading? FromAbove(SentenceView view, int verb)
    {
        var at = verb;
        for (var steps = 0; steps < ClimbMax && view.Head(at) >= 0; steps++)
        {
            var head = view.Head(at);
            switch (view.Relation(at))
            {
                case Relation.Xcomp or Relation.Ccomp or Relation.Csubj or Relation.CsubjPass:
                    var says = frames.Reporting.IsVerb(view.Lemma(head)) && !view.HasMark(at, "to") && view.Relation(at) == Relation.Ccomp;
                    if (!says && OfGovernor(view, head, at) is { } governed)
                        // "Will begin to march": what is said of the beginning holds.
                        return governed.Status == EventStatus.Ongoing ? OfClause(view, head) is { Status: not EventStatus.Ongoing } own ? own : FromAbove(view, head) ?? governed : governed;
                    if (says) return null;
                    if (OfClause(view, head) is { Status: not EventStatus.Ongoing } above) return above;
                    break;
                case Relation.Acl or Relation.AclRelcl when view.Lemma(head) is "evidence" or "proof" or "sign" or "indication" or "suggestion" or "reason" or "truth" && HasNo(view, head):
                    return new StatusReading(EventStatus.Denied, $"no '{view.Lemma(head)}'", head);
                case Relation.Acl when view.HasMark(at, "to"):
                    if (frames.Governors.OfNoun(view.Lemma(head)) is { } status) return OfGovernedNoun(view, head, status);
                    // "The strategy to rout them" tells no rout; "the first country to attack" tells an attack.
                    return IsSingledOut(view, head) ? null : new StatusReading(EventStatus.Hypothetical, $"'{view.Lemma(head)} to'", head);
                case Relation.Acl or Relation.Advcl when view.Case(at) is "of" or "from" or "for" or "against":
                    if (view.Case(at) is "from" && view.Lemma(head) is "stop" or "keep" or "block" or "hinder" or "discourage" or "protect" or "save" or "step" or "shy" or "steer" or "refrain" or "abstain" or "desist" or "back")
                        return new StatusReading(EventStatus.Hypothetical, $"'{view.Lemma(head)} from'", head);
                    // "The decision of sending troops"
                    if (view.Tag(head) == Upos.Noun && view.Case(at) is "of" && frames.Governors.OfNoun(view.Lemma(head)) is { } named) return OfGovernedNoun(view, head, named);
                    return OfGovernor(view, head);
                case Relation.Advcl when view.IsGerund(at) && !HasOwnTense(view, at) && view.Case(at) is [] or "by" or "in" or "through":
                    // "They might test it by seizing a ship", "a war would come, killing thousands": as far as what it goes with.
                    return (OfClause(view, head) ?? FromAbove(view, head)) is { Status: EventStatus.Hypothetical or EventStatus.Planned } shares ? shares : null;
                case Relation.Advcl when view.HasMark(at, "to"):
                    // "Met the donors to ask for help": who asks has met.
                    if (Asks(view, verb) && HasOwnTense(view, head)) return OfClause(view, head) ?? FromAbove(view, head);
                    return new(EventStatus.Hypothetical, "purpose", at);
                case Relation.Conj when !HasOwnTense(view, at):
                    if (OfClause(view, head) is { Status: not EventStatus.Denied } shared) return shared;
                    break;
                default:
                    return null;
            }
            at = head;
        }
        return null;
    }

    /// <summary>"No plan to attack", "dropped its plan to attack", "has a plan to attack".</summary>
    private StatusReading OfGovernedNoun(SentenceView view, int noun, EventStatus status)
    {
        if (status is EventStatus.Planned or EventStatus.Hypothetical)
        {
            if (HasNo(view, noun)) return new(EventStatus.Denied, $"no '{view.Lemma(noun)}'", noun);
            var verb = view.Head(noun);
            if (verb >= 0 && view.Relation(noun) is Relation.Obj or Relation.NsubjPass)
            {
                if (OfClause(view, verb) is { Status: EventStatus.Denied } denied) return denied;
                if (frames.Governors.OfVerb(view.Lemma(verb)) is { } given and (EventStatus.Cancelled or EventStatus.Postponed or EventStatus.Denied))
                    return new(given, $"'{view.Lemma(verb)}' above '{view.Lemma(noun)}'", verb);
            }
        }
        return new(status, $"'{view.Lemma(noun)} to'", noun);
    }

    private static bool IsSingledOut(SentenceView view, int noun)
    {
        foreach (var child in view.Sentence.Children(noun))
            if (child < noun && view.Lemma(child) is "first" or "second" or "third" or "last" or "latest" or "only" or "next" or "newest") return true;
        return view.Lemma(noun) is "first" or "last" or "latest" or "one" || noun > 0 && view.MentionAt(noun) is { Kind: Mentions.MentionKind.Person };
    }

    /// <summary>"Not only attacked", "did not withdraw until Monday", "not long after it attacked": it happened.</summary>
    private static bool IsHedged(SentenceView view, int verb, int not)
    {
        if (not + 1 < view.Count && view.Lemma(not + 1) is "only" or "just" or "merely" or "simply" or "least") return true;
        foreach (var child in view.Sentence.Children(verb))
            if (child > verb && view.Relation(child) is Relation.Obl or Relation.Advcl or Relation.OblUnmarked && view.Case(child) is "until" or "till") return true;
        return false;
    }

    private StatusReading? OfGovernor(SentenceView view, int head, int clause = -1)
    {
        var status = view.HasChild(head, Relation.Cop) || view.Tag(head) == Upos.Adj
            ? frames.Governors.OfVerb("be_" + view.Sentence.Form(head).ToString().ToLowerInvariant())
            : frames.Governors.OfVerb(view.Lemma(head));
        if (view.IsGerund(head) && view.IsLemma(head, "go")) status = EventStatus.Planned;
        // "Was to have met", "is to meet": the future, seen from then or from now.
        if (view.IsLemma(head, "be")) status = EventStatus.Planned;
        if (view.Lemma(head) is "begin" or "start" && view.Sentence[head].Penn is Penn.Vbd or Penn.Vbn) return null;
        // "It is wrong to accuse": nobody is said to have done so. "Has to file": not yet.
        if (status is null && clause >= 0 && view.HasMark(clause, "to") && (IsImpersonal(view, head) || IsJudged(view.Lemma(head)) || (view.IsLemma(head, "have") && view.Sentence[head].Penn is not Penn.Vbd)))
            return new(EventStatus.Hypothetical, $"under '{view.Lemma(head)}'", head);
        if (status is not { } found || found == EventStatus.Occurred) return null;
        // "The best way to prevent them from arming" tells nothing that was prevented.
        if (found == EventStatus.Denied && IsPrevented(view.Lemma(head)) && (view.HasMark(head, "to") || view.IsGerund(head) || OfClause(view, head) is { Status: EventStatus.Planned or EventStatus.Hypothetical })) return new(EventStatus.Hypothetical, $"under '{view.Lemma(head)}'", head);
        if (OfClause(view, head) is { Status: EventStatus.Denied })
            // "Did not want to", "was not allowed to": whether it was done all the same is not said; "was not able to" says it.
            return found == EventStatus.Hypothetical && view.Tag(head) != Upos.Adj ? new StatusReading(EventStatus.Hypothetical, $"not '{view.Lemma(head)}'", head)
                : found == EventStatus.Denied ? IsPrevented(view.Lemma(head)) ? new StatusReading(EventStatus.Hypothetical, $"not '{view.Lemma(head)}'", head) : null : new StatusReading(EventStatus.Denied, $"not '{view.Lemma(head)}'", head);
        return new(found, $"under '{view.Lemma(head)}'", head);
    }

    private static bool IsModal(SentenceView view, int verb)
    {
        foreach (var child in view.Sentence.Children(verb))
            if (view.Relation(child) == Relation.Aux && view.Lemma(child) is "can" or "could" or "should" or "must" or "may" or "might" or "would") return !view.HasAuxiliary(verb, "have");
        return false;
    }

    private static bool IsImpersonal(SentenceView view, int adjective) =>
        view.Tag(adjective) is Upos.Adj or Upos.Noun && view.HasChild(adjective, Relation.Cop)
        && (view.HasChild(adjective, Relation.Expl) || (view.Child(adjective, Relation.Nsubj) is var subject and >= 0 && view.IsLemma(subject, "it")));

    /// <summary>"Makes it harder for him to call", "the time is right to strike".</summary>
    private static bool IsJudged(ReadOnlySpan<char> lemma) => lemma is "hard" or "harder" or "easy" or "easier" or "difficult" or "possible" or "impossible" or "important" or "necessary" or "vital" or "crucial"
        or "wrong" or "right" or "good" or "bad" or "dangerous" or "unfair" or "premature" or "foolish" or "time" or "unwise" or "wise" or "critical" or "essential" or "enough";

    private static bool IsPrevented(ReadOnlySpan<char> lemma) => lemma is "prevent" or "avert" or "thwart" or "foil" or "deter" or "prohibit" or "bar" or "forbid" or "dissuade";

    private EventStatus? OfAuxiliary(SentenceView view, int auxiliary) => Form(view, auxiliary) switch
    {
        "'ll" or "’ll" or "wo" => EventStatus.Planned,
        "'d" or "’d" => null,
        var form => frames.Governors.OfModifier(form),
    };

    private static bool Asks(SentenceView view, int verb) =>
        view.Lemma(verb) is "ask" or "demand" or "urge" or "condemn" or "denounce" or "protest" or "appeal" or "call" or "thank" or "praise" or "congratulate"
            or "request" or "plead" or "press" or "apologize" or "apologise";

    private static bool HasNo(SentenceView view, int noun)
    {
        if (view.Lemma(noun) is "nobody" or "none") return true;
        foreach (var child in view.Sentence.Children(noun))
            if ((view.Relation(child) == Relation.Det && view.IsLemma(child, "no")) || (child < noun && view.IsLemma(child, "neither"))) return true;
        return false;
    }

    private static bool HasOwnTense(SentenceView view, int verb) =>
        view.HasChild(verb, Relation.Aux) || view.HasChild(verb, Relation.Nsubj) || view.HasChild(verb, Relation.NsubjPass)
        || view.Sentence[verb].Penn is Penn.Vbd or Penn.Vbz or Penn.Vbp;

    /// <summary>"Said they were investigating": what was going on when it was said.</summary>
    private bool IsReported(SentenceView view, int verb) =>
        view.Relation(verb) == Relation.Ccomp && view.Head(verb) >= 0 && frames.Reporting.IsVerb(view.Lemma(view.Head(verb)));

    private static bool HasCondition(SentenceView view, int verb)
    {
        foreach (var child in view.Sentence.Children(verb))
            if (view.Relation(child) == Relation.Advcl && (view.HasMark(child, "if") || view.HasMark(child, "unless"))) return true;
        return false;
    }

    private static bool IsOnlyIf(SentenceView view, int verb)
    {
        foreach (var child in view.Sentence.Children(verb))
            if (view.Relation(child) == Relation.Advcl && child > verb)
                for (var token = verb + 1; token < child; token++)
                    if (view.IsForm(token, "only") && view.IsForm(token + 1, "if")) return true;
        return false;
    }

    private static bool IsPast(SentenceView view, int auxiliary) => view.IsForm(auxiliary, "was") || view.IsForm(auxiliary, "were");

    private static string Form(SentenceView view, int token) => view.Sentence.Form(token).ToString().ToLowerInvariant();
}
