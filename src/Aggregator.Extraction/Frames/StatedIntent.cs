using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// Reads what is announced for what the announcement is: "will provide aid" is a pledge, and "will cut ties unless …" a threat.
/// </summary>
internal sealed class StatedIntent(FrameSet frames)
{
    private const int ClimbMax = 3;

    /// <summary>Changes a happening's kind and status where its clause only announces it.</summary>
    public Happening Read(SentenceView view, Happening happening)
    {
        if (happening.Status is not (EventStatus.Planned or EventStatus.Hypothetical)) return happening;
        if (IsHarmful(happening.Kind) && HasCondition(view, happening.Trigger) && !IsOfAnother(view, happening))
            return Become(view, happening, EventKind.Threat, "announced under a condition");
        // "Sanctions will be lifted": nobody promises it.
        if (AgentlessDeeds.Is(view, happening) && happening.Actors.Count == 0) return happening;
        if (IsHelpful(happening.Kind) && (IsWill(view, happening.Trigger) || happening.StatusRule.StartsWith("'would'", StringComparison.Ordinal) || happening.StatusRule.EndsWith(" to'", StringComparison.Ordinal) && IsBeTo(view, happening.Trigger)))
            return Become(view, happening, EventKind.Pledge, "announced as to come");
        return happening;
    }

    /// <summary>"A report says the group will gain ground unless it is stopped": what others say of it threatens nobody.</summary>
    private bool IsOfAnother(SentenceView view, Happening happening)
    {
        for (int steps = 0, at = view.Head(happening.Trigger); at >= 0 && steps < ClimbMax; steps++, at = view.Head(at))
        {
            if (!frames.Reporting.IsVerb(view.Lemma(at)) || view.Child(at, Relation.Nsubj) is not (var sayer and >= 0)) continue;
            if (view.Tag(sayer) == Upos.Pron || view.MentionAt(sayer) is not { } mention) return view.IsLemma(sayer, "report") || view.IsLemma(sayer, "study");
            return mention.Code is { } code && happening.Actors.Exists(actor => actor.Code is not null) && !happening.Actors.Exists(actor => actor.Code == code);
        }
        return false;
    }

    private static Happening Become(SentenceView view, Happening happening, EventKind kind, string why)
    {
        happening.Kind = kind;
        happening.Turns.Add(($"{Wire.WireName.From(kind)}: {why}", view.Sentence[happening.Trigger].Span));
        happening.StatusRule += ", " + why;
        happening.Status = EventStatus.Occurred;
        return happening;
    }

    private static bool IsHarmful(EventKind kind) =>
        kind is EventKind.Sanction or EventKind.Coercion or EventKind.Attack or EventKind.Withdrawal or EventKind.Rejection or EventKind.Deployment;

    private static bool IsHelpful(EventKind kind) =>
        kind is EventKind.Aid or EventKind.Support or EventKind.Concession or EventKind.Cooperation;

    private bool HasCondition(SentenceView view, int verb)
    {
        for (var i = verb + 1; i < view.Count; i++)
            if (view.IsLemma(i, "unless")) return true;
        for (int steps = 0, at = verb; at >= 0 && steps < ClimbMax; steps++, at = view.Head(at))
        {
            foreach (var child in view.Sentence.Children(at))
                if (view.Relation(child) == Relation.Advcl && child > verb && view.HasMark(child, "if")) return true;
            if (frames.Reporting.IsVerb(view.Lemma(at))) return false;
        }
        return false;
    }

    private static bool IsBeTo(SentenceView view, int verb)
    {
        foreach (var child in view.Sentence.Children(verb))
            if (view.Relation(child) is Relation.Aux or Relation.AuxPass or Relation.Cop && view.IsBeTo(child) && !view.IsForm(child, "was") && !view.IsForm(child, "were")) return true;
        return false;
    }

    private static bool IsWill(SentenceView view, int verb) => view.HasAuxiliary(verb, "will") || view.HasAuxiliary(verb, "'ll") || view.HasAuxiliary(verb, "’ll");
}
