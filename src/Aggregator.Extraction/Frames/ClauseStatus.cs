using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Tells how far a happening has come by its own clause: negation, modals, tense, "if".</summary>
internal sealed class ClauseStatus(FrameSet frames)
{
    /// <summary>What a clause's own words tell: negation, modals, "if", the continuous form; null when nothing.</summary>
    public StatusReading? Read(SentenceView view, int verb)
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
                case Relation.Aux when IsInverted(view, verb, child):
                    // "Had they attacked, we would have answered"
                    return new(EventStatus.Hypothetical, $"'{view.Sentence.Form(child)}' before its subject", child);
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
                case Relation.Advmod or Relation.Cc or Relation.Mark or Relation.Case when child < verb && view.Lemma(child) is "rather" or "instead" && view.Lemma(child + 1) is "than" or "of":
                    // "Praised him rather than blame him": what was not chosen.
                    return new(EventStatus.Hypothetical, $"'{view.Lemma(child)} {view.Lemma(child + 1)}'", child);
                case Relation.Advmod when found is null && view.Lemma(child) is "currently" or "still" && !view.IsForm(child + 1, ","):
                    found = new(EventStatus.Ongoing, $"'{view.Lemma(child)}'", child);
                    break;
                case Relation.Advmod when found is null && view.Lemma(child) is "often" or "usually" or "typically" or "chronically" or "historically" or "traditionally" or "regularly" or "sometimes" or "always"
                    && (view.Lemma(child) is "chronically" or "historically" || !view.HasAuxiliary(verb, "have")):
                    // "Violence has chronically flared": a habit.
                    found = new(EventStatus.Hypothetical, $"'{view.Lemma(child)}'", child);
                    break;
                case Relation.Advmod when view.Lemma(child) is "reportedly" or "allegedly":
                    break;
            }
        }
        return found;
    }

    private static bool IsInverted(SentenceView view, int verb, int auxiliary) =>
        (view.IsForm(auxiliary, "had") || view.IsForm(auxiliary, "should") || view.IsForm(auxiliary, "were"))
        && (auxiliary == 0 || view.Tag(auxiliary - 1) is Upos.Punct or Upos.Cconj || view.IsLemma(auxiliary - 1, "that"))
        && view.Child(verb, Relation.Nsubj) is var subject && subject > auxiliary && subject < verb;

    /// <summary>"Not only attacked", "did not withdraw until Monday", "not long after it attacked": it happened.</summary>
    private static bool IsHedged(SentenceView view, int verb, int not)
    {
        if (not + 1 < view.Count && view.Lemma(not + 1) is "only" or "just" or "merely" or "simply" or "least") return true;
        foreach (var child in view.Sentence.Children(verb))
            if (child > verb && view.Relation(child) is Relation.Obl or Relation.Advcl or Relation.OblUnmarked && view.Case(child) is "until" or "till") return true;
        return false;
    }

    private static bool IsModal(SentenceView view, int verb)
    {
        foreach (var child in view.Sentence.Children(verb))
            if (view.Relation(child) == Relation.Aux && view.Lemma(child) is "can" or "could" or "should" or "must" or "may" or "might" or "would") return !view.HasAuxiliary(verb, "have");
        return false;
    }

    private EventStatus? OfAuxiliary(SentenceView view, int auxiliary) => Form(view, auxiliary) switch
    {
        "'ll" or "’ll" or "wo" => EventStatus.Planned,
        "'d" or "’d" => null,
        var form => frames.Governors.OfModifier(form),
    };

    public static bool HasNo(SentenceView view, int noun)
    {
        if (view.Lemma(noun) is "nobody" or "none") return true;
        foreach (var child in view.Sentence.Children(noun))
            if ((view.Relation(child) == Relation.Det && view.IsLemma(child, "no")) || (child < noun && view.IsLemma(child, "neither"))) return true;
        return false;
    }

    /// <summary>"Said they were investigating": what was going on when it was said.</summary>
    private bool IsReported(SentenceView view, int verb) =>
        view.Head(verb) is var head and >= 0
        && ((view.Relation(verb) == Relation.Ccomp && frames.Reporting.IsVerb(view.Lemma(head)))
            // "The announcement that they would meet"
            || (view.Relation(verb) is Relation.Ccomp or Relation.Acl or Relation.AclRelcl && view.HasMark(verb, "that") && frames.Reporting.IsNoun(view.Lemma(head))));

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

    public static bool IsPast(SentenceView view, int auxiliary) => view.IsForm(auxiliary, "was") || view.IsForm(auxiliary, "were");

    public static string Form(SentenceView view, int token) => view.Sentence.Form(token).ToString().ToLowerInvariant();
}
