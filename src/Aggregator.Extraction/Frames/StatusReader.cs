using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Tells how far a happening has come: by its own auxiliaries and negation, and by what governs it.</summary>
internal sealed class StatusReader(FrameSet frames)
{
    private const int ClimbMax = 6;

    /// <summary>The status of what a token tells, and the rule that told it.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="light">The light verb that carries it, or null.</param>
    public (EventStatus Status, string Rule) Read(SentenceView view, int trigger, (int Verb, LightVerb How)? light)
    {
        if (view.Tag(trigger) is Upos.Noun or Upos.Propn)
        {
            if (OfNoun(view, trigger) is { } own) return own;
            if (light is { } carrier)
            {
                if (OfClause(view, carrier.Verb) is { Status: not EventStatus.Ongoing } told) return told;
                if (carrier.How.Status is { } given) return (given, "light verb");
                return OfClause(view, carrier.Verb) ?? FromAbove(view, carrier.Verb) ?? (EventStatus.Occurred, "told as done");
            }
            return OfNounGovernor(view, trigger) ?? (EventStatus.Occurred, "noun");
        }
        if (IsImperative(view, trigger)) return (EventStatus.Hypothetical, "imperative");
        return OfClause(view, trigger) ?? FromAbove(view, trigger) ?? (EventStatus.Occurred, "told as done");
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

    private (EventStatus Status, string Rule)? OfNoun(SentenceView view, int noun)
    {
        foreach (var child in view.Sentence.Children(noun))
        {
            if (view.Relation(child) is Relation.Amod or Relation.Compound or Relation.Advmod or Relation.Acl
                && frames.Governors.OfModifier(Form(view, child)) is { } status) return (status, $"modifier '{view.Sentence.Form(child)}'");
            if (view.Relation(child) == Relation.Det && view.IsLemma(child, "no")) return (EventStatus.Denied, "no");
            if (view.Relation(child) == Relation.Case && view.IsLemma(child, "without")) return (EventStatus.Denied, "without");
        }
        return null;
    }

    /// <summary>What governs a bare noun: "plans for a summit", "ruled out an invasion", "will discuss the invasion" (no matter).</summary>
    private (EventStatus Status, string Rule)? OfNounGovernor(SentenceView view, int noun)
    {
        var head = view.Head(noun);
        if (head < 0) return null;
        if (view.Relation(noun) is Relation.Nmod && view.Tag(head) == Upos.Noun && view.Case(noun) is "for" or "of")
            return frames.Governors.OfNoun(view.Lemma(head)) is { } planned and not EventStatus.Denied ? (planned, $"'{view.Lemma(head)}' above") : null;
        if (view.Relation(noun) is Relation.Obj && view.Tag(head) == Upos.Verb && frames.Governors.OfVerb(view.Lemma(head)) is { } status
            and (EventStatus.Hypothetical or EventStatus.Planned or EventStatus.Denied or EventStatus.Cancelled or EventStatus.Postponed))
            return (status, $"'{view.Lemma(head)}' above");
        return null;
    }

    /// <summary>What a clause's own words tell: negation, modals, "if", the continuous form; null when nothing.</summary>
    private (EventStatus Status, string Rule)? OfClause(SentenceView view, int verb)
    {
        (EventStatus, string)? found = null;
        foreach (var child in view.Sentence.Children(verb))
        {
            switch (view.Relation(child))
            {
                case Relation.Advmod when view.Lemma(child) is "not" or "n't" or "never" or "nt" or "n’t":
                    return (EventStatus.Denied, "negated");
                case Relation.Nsubj or Relation.NsubjPass or Relation.Obj when HasNo(view, child):
                    return (EventStatus.Denied, "no");
                case Relation.Mark when view.Lemma(child) is "if" or "unless" or "whether" or "lest":
                    return (EventStatus.Hypothetical, $"'{view.Lemma(child)}'");
                case Relation.Mark when view.Lemma(child) is "without":
                    return (EventStatus.Denied, "without");
                case Relation.Aux when OfAuxiliary(view, child) is { } modal:
                    found = (modal, $"auxiliary '{view.Sentence.Form(child)}'");
                    break;
                case Relation.Aux when view.IsLemma(child, "be") && view.IsGerund(verb) && found is null && !IsPast(view, child):
                    found = (EventStatus.Ongoing, "continuous");
                    break;
                case Relation.Advmod when view.Lemma(child) is "reportedly" or "allegedly":
                    break;
            }
        }
        return found;
    }

    /// <summary>Climbs to what governs a clause: "plans to", "refused to", "urged them to", "the decision to".</summary>
    private (EventStatus Status, string Rule)? FromAbove(SentenceView view, int verb)
    {
        var at = verb;
        for (var steps = 0; steps < ClimbMax && view.Head(at) >= 0; steps++)
        {
            var head = view.Head(at);
            switch (view.Relation(at))
            {
                case Relation.Xcomp or Relation.Ccomp or Relation.Csubj or Relation.CsubjPass:
                    var says = frames.Reporting.IsVerb(view.Lemma(head)) && !view.HasMark(at, "to") && view.Relation(at) == Relation.Ccomp;
                    if (!says && OfGovernor(view, head) is { } governed)
                        return governed.Status == EventStatus.Ongoing && FromAbove(view, head) is { } further ? further : governed;
                    if (says) return null;
                    if (OfClause(view, head) is { Status: not EventStatus.Ongoing } above) return above;
                    break;
                case Relation.Acl when view.HasMark(at, "to"):
                    return frames.Governors.OfNoun(view.Lemma(head)) is { } status ? (status, $"'{view.Lemma(head)} to'") : null;
                case Relation.Acl or Relation.Advcl when view.Case(at) is "of" or "from" or "for" or "against":
                    return OfGovernor(view, head);
                case Relation.Advcl when view.HasMark(at, "to"):
                    // "Met the donors to ask for help": who asks has met.
                    if (Asks(view, verb) && HasOwnTense(view, head)) return OfClause(view, head) ?? FromAbove(view, head);
                    return (EventStatus.Hypothetical, "purpose");
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

    private (EventStatus Status, string Rule)? OfGovernor(SentenceView view, int head)
    {
        var status = view.HasChild(head, Relation.Cop) || view.Tag(head) == Upos.Adj
            ? frames.Governors.OfVerb("be_" + view.Sentence.Form(head).ToString().ToLowerInvariant())
            : frames.Governors.OfVerb(view.Lemma(head));
        if (view.IsGerund(head) && view.IsLemma(head, "go")) status = EventStatus.Planned;
        if (status is not { } found || found == EventStatus.Occurred) return null;
        if (OfClause(view, head) is { Status: EventStatus.Denied })
            return found == EventStatus.Denied ? null : (EventStatus.Denied, $"not '{view.Lemma(head)}'");
        return (found, $"under '{view.Lemma(head)}'");
    }

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
            if (view.Relation(child) == Relation.Det && view.IsLemma(child, "no")) return true;
        return false;
    }

    private static bool HasOwnTense(SentenceView view, int verb) =>
        view.HasChild(verb, Relation.Aux) || view.HasChild(verb, Relation.Nsubj) || view.HasChild(verb, Relation.NsubjPass)
        || view.Sentence[verb].Penn is Penn.Vbd or Penn.Vbz or Penn.Vbp;

    private static bool IsPast(SentenceView view, int auxiliary) => view.IsForm(auxiliary, "was") || view.IsForm(auxiliary, "were");

    private static string Form(SentenceView view, int token) => view.Sentence.Form(token).ToString().ToLowerInvariant();
}
