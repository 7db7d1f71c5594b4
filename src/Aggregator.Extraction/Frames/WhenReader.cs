using Aggregator.Extraction.Reading;
using Aggregator.Extraction.Time;

namespace Aggregator.Extraction.Frames;

/// <summary>Finds the date that belongs to a happening among those of its sentence.</summary>
internal sealed class WhenReader(FrameSet frames)
{
    private const int ClimbMax = 8;

    /// <summary>Gives a happening its date, when the sentence has one for it.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="dates">Its dates.</param>
    /// <param name="published">The day of publication.</param>
    /// <param name="happening">The happening.</param>
    public void Read(SentenceView view, List<DateExpression> dates, DateOnly published, Happening happening)
    {
        var best = 0;
        foreach (var date in dates)
        {
            if (date.Shape is DateShape.Duration) continue;
            var fit = Fit(view, date, happening);
            if (fit <= best) continue;
            best = fit;
            if (date.IsWeekday && LiesAhead(view, date, published, happening))
            {
                (happening.When, happening.WhenSpan, happening.WhenRule) = (new OccurredOn(date.When.First.AddDays(7)), date.Span, "weekday to come");
                if (happening.Status is EventStatus.Occurred or EventStatus.Ongoing) (happening.Status, happening.StatusRule, happening.StatusSpan) = (EventStatus.Planned, "weekday to come", date.Span);
                continue;
            }
            (happening.When, happening.WhenSpan, happening.WhenRule) = (date.When, date.Span, fit == 3 ? "date below the trigger" : "date of the trigger's clause");
        }
    }

    /// <summary>The date of a figure that is of no told happening: of those of its sentence the one that its own verb carries ("three men died on Tuesday"), or null.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="dates">Its dates.</param>
    /// <param name="trigger">The index of the token of harm.</param>
    public static OccurredOn? OfFigure(SentenceView view, List<DateExpression> dates, int trigger)
    {
        if (view.Tag(trigger) != Upos.Verb) return null;
        foreach (var date in dates)
            if (date.Shape is not DateShape.Duration && IsBelow(view, date, trigger)) return date.When;
        return null;
    }

    private static bool IsBelow(SentenceView view, DateExpression date, int trigger) =>
        view.Sentence.DependsOn(date.LastToken, trigger) && NearestVerb(view, date.LastToken, trigger) == trigger;

    /// <summary>3 below the trigger, 2 below its light verb or clause, 1 beside the trigger's own clause in a sentence of one clause.</summary>
    private int Fit(SentenceView view, DateExpression date, Happening happening)
    {
        var token = date.LastToken;
        if (IsBelow(view, date, happening.Trigger)) return 3;
        var verb = NearestVerb(view, token, happening.Trigger);
        if (verb < 0) return 0;
        if (IsToldOf(view, happening, verb)) return 0;
        // The verb that carries the trigger ("held a call on Monday") is the happening's own, also where it can report.
        if (verb == happening.Anchor || (IsCarriedBy(view, happening.Trigger, verb) && !frames.Reporting.GivesObject(view.Lemma(verb)))) return 2;
        return verb == NearestVerb(view, happening.Trigger, -1) && !frames.Reporting.IsVerb(view.Lemma(verb)) ? 2 : 0;
    }

    /// <summary>
    /// "The toll from the flood climbed on Tuesday", "five more bodies were recovered on Monday from a ferry that sank", "condemned the shelling on Sunday": the day of
    /// what was done after the harm, or said of it, and not the day of the harm.
    /// </summary>
    private bool IsToldOf(SentenceView view, Happening happening, int verb)
    {
        if (happening.Kind is not (EventKind.Attack or EventKind.Disaster or EventKind.Crime) || verb == happening.Anchor) return false;
        if (!happening.IsNominal) return view.Relation(happening.Trigger) is Relation.AclRelcl or Relation.Acl;
        if (!IsCarriedBy(view, happening.Trigger, verb)) return view.Head(happening.Trigger) != verb || view.Relation(happening.Trigger) != Relation.Nsubj;
        foreach (var frame in frames.Verbs.Of(view.Lemma(verb)))
            if (frame.Kind is EventKind.Disapproval or EventKind.Rejection or EventKind.Investigation or EventKind.Support or EventKind.Appeal or EventKind.Demand) return true;
        return false;
    }

    /// <summary>
    /// "Are to talk on Tuesday", "the talks continue on Friday": news tells in the past tense what was, and of the day just gone. What is planned, or told in the
    /// present of a weekday, is of the next one.
    /// </summary>
    private bool LiesAhead(SentenceView view, DateExpression date, DateOnly published, Happening happening)
    {
        if (date.When.First >= published || date.When.First < published.AddDays(-6)) return false;
        var verb = NearestVerb(view, date.LastToken, happening.Trigger);
        if (verb < 0 || frames.Reporting.IsVerb(view.Lemma(verb))) return false;
        if (happening.Status == EventStatus.Planned) return !HasPast(view, verb);
        return happening.Kind is EventKind.Meeting or EventKind.Call && view.Sentence[verb].Penn is Penn.Vbz or Penn.Vbp && view.Lemma(verb) is not "be" and not "have" && !view.HasChild(verb, Relation.Aux);
    }

    /// <summary>"Was to meet on Tuesday", "had planned to", "said it would": a plan seen from then.</summary>
    private static bool HasPast(SentenceView view, int verb)
    {
        if (view.Sentence[verb].Penn is Penn.Vbd) return true;
        foreach (var child in view.Sentence.Children(verb))
            if (view.Relation(child) is Relation.Aux or Relation.AuxPass or Relation.Cop && (view.Sentence[child].Penn is Penn.Vbd || view.IsForm(child, "would"))) return true;
        return view.Relation(verb) is Relation.Xcomp && view.Head(verb) is var head and >= 0 && view.Tag(head) == Upos.Verb && HasPast(view, head);
    }

    private static bool IsCarriedBy(SentenceView view, int trigger, int verb) => view.Head(trigger) == verb && view.Relation(trigger) is Relation.Obj or Relation.NsubjPass;

    private static int NearestVerb(SentenceView view, int token, int stop)
    {
        for (int steps = 0, at = view.Head(token); at >= 0 && steps < ClimbMax; steps++, at = view.Head(at))
            if (at == stop || view.Tag(at) == Upos.Verb) return at;
        return -1;
    }
}
