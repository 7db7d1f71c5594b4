using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Tells how far a happening has come by what governs its clause: "plans to", "refused to", "the decision to", "if".</summary>
internal sealed class GovernorStatus(FrameSet frames, ClauseStatus clauses)
{
    private const int ClimbMax = 6;

    /// <summary>Climbs to what governs a clause: "plans to", "refused to", "urged them to", "the decision to".</summary>
    public StatusReading? Read(SentenceView view, int verb)
    {
        var at = verb;
        for (var steps = 0; steps < ClimbMax && view.Head(at) >= 0; steps++)
        {
            var head = view.Head(at);
            switch (view.Relation(at))
            {
                // "Threatening them makes sense": nobody is said to do it.
                case Relation.Csubj when view.IsGerund(at) && !HasOwnTense(view, at):
                    return new StatusReading(EventStatus.Hypothetical, "spoken of as a subject", at);
                // "Made brokering a deal a priority"
                case Relation.Xcomp when view.IsGerund(at) && at == head + 1 && view.IsLemma(head, "make"):
                    return new StatusReading(EventStatus.Hypothetical, "made a matter", head);
                case Relation.Xcomp or Relation.Ccomp or Relation.Csubj or Relation.CsubjPass:
                    var says = frames.Reporting.IsVerb(view.Lemma(head)) && !view.HasMark(at, "to") && view.Relation(at) == Relation.Ccomp;
                    if (IsNotFound(view, head) is { } unfound) return unfound;
                    if (IsProposed(view, head, at)) return new StatusReading(EventStatus.Hypothetical, $"'{view.Lemma(head)}' that it be", head);
                    if (!says && OfGovernor(view, head, at) is { } governed)
                        // "Will begin to march": what is said of the beginning holds.
                        return governed.Status == EventStatus.Ongoing ? clauses.Read(view, head) is { Status: not EventStatus.Ongoing } own ? own : Read(view, head) ?? governed : governed;
                    if (says) return null;
                    if (clauses.Read(view, head) is { Status: not EventStatus.Ongoing } above) return above;
                    break;
                case Relation.Acl or Relation.AclRelcl when view.Lemma(head) is "evidence" or "proof" or "sign" or "indication" or "suggestion" or "reason" or "truth" && ClauseStatus.HasNo(view, head):
                    return new StatusReading(EventStatus.Denied, $"no '{view.Lemma(head)}'", head);
                // "Kenyatta to meet Obasanjo": a headline's future.
                case Relation.Acl when view.HasMark(at, "to") && UnderstoodArguments.IsHeadline(view, head):
                    return new(EventStatus.Planned, "'to' in a headline", at);
                case Relation.Acl when view.HasMark(at, "to"):
                    if (frames.Governors.OfNoun(view.Lemma(head)) is { } status) return OfGovernedNoun(view, head, status);
                    // "The strategy to rout them" tells no rout; "the first country to attack" tells an attack.
                    return IsSingledOut(view, head) ? OfSingledOut(view, head) : new StatusReading(EventStatus.Hypothetical, $"'{view.Lemma(head)} to'", head);
                // "Is known for pushing them": what somebody is like.
                case Relation.Acl or Relation.Advcl when view.Case(at) is "for" && view.Lemma(head) is "know" or "known" or "famous" or "notorious" or "famed":
                    return new StatusReading(EventStatus.Hypothetical, $"'{view.Lemma(head)} for'", head);
                case Relation.Acl or Relation.Advcl when view.Case(at) is "of" or "from" or "for" or "against":
                    if (view.Case(at) is "from" && view.Lemma(head) is "stop" or "keep" or "block" or "hinder" or "discourage" or "protect" or "save" or "step" or "shy" or "steer" or "refrain" or "abstain" or "desist" or "back")
                        return new StatusReading(EventStatus.Hypothetical, $"'{view.Lemma(head)} from'", head);
                    // "In charge of negotiating": what somebody is there for. "Took the step of recalling the envoy": it is taken.
                    if (view.IsLemma(head, "charge") && view.Case(head) is "in") return new StatusReading(EventStatus.Hypothetical, "in charge of", head);
                    if (view.Lemma(head) is "step" or "move") return clauses.Read(view, view.Head(head) >= 0 ? view.Head(head) : head);
                    // "The decision of sending troops"
                    if (view.Tag(head) == Upos.Noun && view.Case(at) is "of" && frames.Governors.OfNoun(view.Lemma(head)) is { } named) return OfGovernedNoun(view, head, named);
                    return OfGovernor(view, head);
                // "Would focus on retaking the towns", "is intent on dividing them": what somebody is about is not done yet.
                case Relation.Acl or Relation.Advcl when view.Case(at) is "on" && view.IsGerund(at):
                    if (view.Lemma(head) is "focus" or "concentrate" or "plan" or "work" or "count" or "bank" or "bent" or "intent" or "set" or "insist" or "decide" or "emphasis" or "prospect" or "keen" or "deal" or "agreement" or "talk" or "negotiation" or "proposal" or "debate" or "discussion" or "vote")
                        return clauses.Read(view, head) is { Status: EventStatus.Ongoing } or null ? new StatusReading(EventStatus.Hypothetical, $"'{view.Lemma(head)} on'", head) : clauses.Read(view, head);
                    return clauses.Read(view, head) is { Status: EventStatus.Hypothetical or EventStatus.Planned } meant ? meant : null;
                // "Favors sending arms": what somebody wants.
                case Relation.Advcl when view.IsGerund(at) && at == head + 1 && frames.Governors.OfVerb(view.Lemma(head)) is { } wanted and (EventStatus.Hypothetical or EventStatus.Planned):
                    return new StatusReading(wanted, $"under '{view.Lemma(head)}'", head);
                // "Impressions that Kenya was pushing for war": what is thought of it.
                case Relation.Acl or Relation.Ccomp or Relation.AclRelcl when view.HasMark(at, "that") && view.Lemma(head) is "impression" or "idea" or "notion" or "suggestion" or "speculation" or "belief" or "perception" or "rumor" or "rumour" or "theory" or "hope" or "fear" or "possibility" or "prospect" or "likelihood" or "chance" or "risk":
                    return new StatusReading(EventStatus.Hypothetical, $"'{view.Lemma(head)} that'", head);
                // "Spoke about stopping the shipments": what is spoken about is not done yet.
                case Relation.Acl or Relation.Advcl when view.Case(at) is "about" && view.IsGerund(at):
                    return new StatusReading(EventStatus.Hypothetical, "'about' it", at);
                case Relation.Acl or Relation.Advcl when view.Case(at) is "with" && view.IsGerund(at) && view.Lemma(head) is "task" or "entrust":
                    return new StatusReading(EventStatus.Hypothetical, $"'{view.Lemma(head)} with'", head);
                case Relation.Advcl when view.IsGerund(at) && !HasOwnTense(view, at) && view.Case(at) is [] or "by" or "in" or "through" or "with":
                    // "They might test it by seizing a ship", "a war would come, killing thousands": as far as what it goes with.
                    return (clauses.Read(view, head) ?? Read(view, head)) is { Status: EventStatus.Hypothetical or EventStatus.Planned } shares ? shares : null;
                // "Would leave after the rebels agree to a truce": not before they do.
                case Relation.Advcl when view.Sentence[at].Penn is Penn.Vbz or Penn.Vbp && (view.HasMark(at, "after") || view.HasMark(at, "once") || view.HasMark(at, "until") || view.HasMark(at, "before") || view.HasMark(at, "when"))
                    && clauses.Read(view, head) is { Status: EventStatus.Hypothetical or EventStatus.Planned } awaited:
                    return awaited with { Rule = awaited.Rule + ", awaited" };
                case Relation.Advcl when view.HasMark(at, "to"):
                    // "Met the donors to ask for help": who asks has met.
                    if (Asks(view, verb) && HasOwnTense(view, head)) return clauses.Read(view, head) ?? Read(view, head);
                    return new(EventStatus.Hypothetical, "purpose", at);
                // "Does not confirm or deny it", "did not find that they conspired or colluded"
                case Relation.Conj when IsAlternative(view, at) && clauses.Read(view, head) is { Status: EventStatus.Denied } neither:
                    return neither;
                case Relation.Conj when !HasOwnTense(view, at) || IsBareBehindModal(view, head, at):
                    if (clauses.Read(view, head) is { Status: not EventStatus.Denied } shared) return shared;
                    break;
                // "Did not find that they conspired or colluded"
                case Relation.Conj when IsAlternative(view, at) && view.Relation(head) == Relation.Ccomp && view.Head(head) >= 0:
                    return IsNotFound(view, view.Head(head));
                default:
                    return null;
            }
            at = head;
        }
        return null;
    }

    /// <summary>"Did not find that they conspired", "no proof was found that they did": nobody says that it was so.</summary>
    private StatusReading? IsNotFound(SentenceView view, int head)
    {
        if (view.Tag(head) != Upos.Verb || view.Lemma(head) is not ("find" or "establish" or "prove" or "show" or "conclude" or "confirm" or "see" or "offer" or "present" or "verify" or "provide" or "demonstrate" or "exist")) return null;
        return clauses.Read(view, head) is { Status: EventStatus.Denied } denied ? denied with { Status = EventStatus.Hypothetical, Rule = $"not '{view.Lemma(head)}'" } : null;
    }

    /// <summary>"Suggested that they speak", "proposed that a panel be named": what somebody wants. "Suggested that they spoke" tells that they did.</summary>
    private static bool IsProposed(SentenceView view, int head, int verb)
    {
        if (view.Relation(verb) != Relation.Ccomp || view.Lemma(head) is not ("suggest" or "propose" or "recommend" or "demand" or "request" or "urge" or "ask" or "order")) return false;
        var isBe = false;
        foreach (var child in view.Sentence.Children(verb))
        {
            if (view.Relation(child) is not (Relation.Aux or Relation.AuxPass)) continue;
            if (!view.IsForm(child, "be")) return false;
            isBe = true;
        }
        return isBe || (view.Sentence[verb].Penn is Penn.Vb or Penn.Vbp && (view.Sentence[verb].Penn == Penn.Vb || view.IsParticiple(head)));
    }

    private static bool IsAlternative(SentenceView view, int verb) =>
        view.Child(verb, Relation.Cc) is var conjunction and >= 0 && view.Lemma(conjunction) is "or" or "nor" && !view.HasChild(verb, Relation.Nsubj) && !view.HasChild(verb, Relation.NsubjPass);

    /// <summary>"Could attack Kenya, damage its ports": parsers take the second bare form for a present tense.</summary>
    private static bool IsBareBehindModal(SentenceView view, int first, int second)
    {
        if (view.Sentence[second].Penn is not (Penn.Vbp or Penn.Vb) || view.HasChild(second, Relation.Aux) || view.HasChild(second, Relation.Nsubj)) return false;
        foreach (var child in view.Sentence.Children(first))
            if (view.Relation(child) == Relation.Aux && view.Sentence[child].Penn == Penn.Md) return true;
        return false;
    }

    /// <summary>"No plan to attack", "dropped its plan to attack", "has a plan to attack".</summary>
    private StatusReading OfGovernedNoun(SentenceView view, int noun, EventStatus status)
    {
        if (status is EventStatus.Planned or EventStatus.Hypothetical)
        {
            // "No plan to attack", "no effort to attack" say that there was none; "no reason to attack" says that there should be none.
            if (ClauseStatus.HasNo(view, noun))
                return new(status == EventStatus.Planned || IsTried(view.Lemma(noun)) ? EventStatus.Denied : EventStatus.Hypothetical, $"no '{view.Lemma(noun)}'", noun);
            var verb = view.Head(noun);
            if (verb >= 0 && view.Relation(noun) is Relation.Obj or Relation.NsubjPass)
            {
                if (clauses.Read(view, verb) is { Status: EventStatus.Denied } denied) return denied;
                if (frames.Governors.OfVerb(view.Lemma(verb)) is { } given and (EventStatus.Cancelled or EventStatus.Postponed or EventStatus.Denied))
                    return new(given, $"'{view.Lemma(verb)}' above '{view.Lemma(noun)}'", verb);
            }
        }
        return new(status, $"'{view.Lemma(noun)} to'", noun);
    }

    private static bool IsTried(ReadOnlySpan<char> lemma) => lemma is "attempt" or "effort" or "move" or "offer" or "request" or "demand" or "proposal" or "appeal" or "threat" or "bid";

    /// <summary>"Would be the first to attack", "hopes to become the first to visit": as far as being it has come.</summary>
    public StatusReading? OfSingledOut(SentenceView view, int noun)
    {
        var verb = view.HasChild(noun, Relation.Cop) ? noun
            : view.Relation(noun) is Relation.Obj or Relation.Xcomp && view.Lemma(view.Head(noun)) is "become" or "make" or "mark" or "represent" ? view.Head(noun) : -1;
        if (verb < 0) return null;
        return (clauses.Read(view, verb) ?? Read(view, verb)) is { Status: EventStatus.Planned or EventStatus.Hypothetical } told ? told : null;
    }

    /// <summary>"The first leader to …", "the only one": one of a row, which is there.</summary>
    public static bool IsSingledOut(SentenceView view, int noun)
    {
        foreach (var child in view.Sentence.Children(noun))
            if (child < noun && view.Lemma(child) is "first" or "second" or "third" or "last" or "latest" or "only" or "next" or "newest") return true;
        return view.Lemma(noun) is "first" or "last" or "latest" or "one" || noun > 0 && view.MentionAt(noun) is { Kind: Mentions.MentionKind.Person };
    }

    private StatusReading? OfGovernor(SentenceView view, int head, int clause = -1)
    {
        var status = view.HasChild(head, Relation.Cop) || view.Tag(head) == Upos.Adj
            ? frames.Governors.OfVerb("be_" + view.Sentence.Form(head).ToString().ToLowerInvariant())
            : frames.Governors.OfVerb(view.Lemma(head));
        if (view.IsGerund(head) && view.IsLemma(head, "go")) status = EventStatus.Planned;
        // "Was to have met", "is to meet": the future, seen from then or from now.
        if (view.IsLemma(head, "be")) status = EventStatus.Planned;
        // "To determine why he shot them": he did.
        if (view.Lemma(head) is "determine" or "decide" && clause >= 0 && view.Relation(clause) == Relation.Ccomp && !view.HasMark(clause, "to") && HasOwnTense(view, clause)) return null;
        // "Appears to have been hit": supposed, and told.
        if (view.IsLemma(head, "appear") && clause >= 0 && view.HasAuxiliary(clause, "have")) return null;
        if (view.Lemma(head) is "begin" or "start" && view.Sentence[head].Penn is Penn.Vbd or Penn.Vbn) return null;
        // "It is wrong to accuse": nobody is said to have done so. "Has to file": not yet.
        if (status is null && clause >= 0 && view.HasMark(clause, "to") && (IsImpersonal(view, head) || IsJudged(view.Lemma(head)) || (view.IsLemma(head, "have") && view.Sentence[head].Penn is not Penn.Vbd)))
            return new(EventStatus.Hypothetical, $"under '{view.Lemma(head)}'", head);
        if (status is not { } found || found == EventStatus.Occurred) return null;
        // "Police are more likely to shoot": a comparison, no plan.
        if (view.IsForm(head, "likely") && (view.IsForm(head - 1, "more") || view.IsForm(head - 1, "less") || view.IsForm(head - 1, "disproportionately")))
            return new(EventStatus.Hypothetical, "'likely', compared", head);
        // "Can't be expected to meet", "may refuse to meet": no more than may be.
        if (clauses.Read(view, head) is { Status: EventStatus.Hypothetical } perhaps) return perhaps;
        // "The best way to prevent them from arming" tells nothing that was prevented.
        if (found == EventStatus.Denied && IsPrevented(view.Lemma(head)) && (view.HasMark(head, "to") || view.IsGerund(head) || clauses.Read(view, head) is { Status: EventStatus.Planned or EventStatus.Hypothetical })) return new(EventStatus.Hypothetical, $"under '{view.Lemma(head)}'", head);
        if (clauses.Read(view, head) is { Status: EventStatus.Denied })
            // "Did not want to", "was not allowed to": whether it was done all the same is not said; "was not able to" says it.
            return found == EventStatus.Hypothetical && view.Tag(head) != Upos.Adj ? new StatusReading(EventStatus.Hypothetical, $"not '{view.Lemma(head)}'", head)
                : found == EventStatus.Denied ? IsPrevented(view.Lemma(head)) ? new StatusReading(EventStatus.Hypothetical, $"not '{view.Lemma(head)}'", head) : null : new StatusReading(EventStatus.Denied, $"not '{view.Lemma(head)}'", head);
        return new(found, $"under '{view.Lemma(head)}'", head);
    }

    private static bool IsImpersonal(SentenceView view, int adjective) =>
        view.Tag(adjective) is Upos.Adj or Upos.Noun && view.HasChild(adjective, Relation.Cop)
        && (view.HasChild(adjective, Relation.Expl) || (view.Child(adjective, Relation.Nsubj) is var subject and >= 0 && view.IsLemma(subject, "it")));

    /// <summary>"Makes it harder for him to call", "the time is right to strike".</summary>
    private static bool IsJudged(ReadOnlySpan<char> lemma) => lemma is "hard" or "harder" or "easy" or "easier" or "difficult" or "possible" or "impossible" or "important" or "necessary" or "vital" or "crucial"
        or "wrong" or "right" or "good" or "bad" or "dangerous" or "unfair" or "premature" or "foolish" or "time" or "unwise" or "wise" or "critical" or "essential" or "enough";

    private static bool IsPrevented(ReadOnlySpan<char> lemma) => lemma is "prevent" or "avert" or "thwart" or "foil" or "deter" or "prohibit" or "bar" or "forbid" or "dissuade";

    private static bool Asks(SentenceView view, int verb) =>
        view.Lemma(verb) is "ask" or "demand" or "urge" or "condemn" or "denounce" or "protest" or "appeal" or "call" or "thank" or "praise" or "congratulate"
            or "request" or "plead" or "press" or "apologize" or "apologise";

    private static bool HasOwnTense(SentenceView view, int verb) =>
        view.HasChild(verb, Relation.Aux) || view.HasChild(verb, Relation.Nsubj) || view.HasChild(verb, Relation.NsubjPass)
        || view.Sentence[verb].Penn is Penn.Vbd or Penn.Vbz or Penn.Vbp;
}
