using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>Finds what a sentence tells: every trigger whose frame applies, with its parties and status.</summary>
internal sealed class HappeningFinder(FrameSet frames)
{
    private readonly Cast _cast = new(frames);
    private readonly FrameMatcher _matcher = new(frames, new Cast(frames));
    private readonly StatusReader _status = new(frames);

    /// <summary>Adds a sentence's happenings to a list, in the order of their triggers.</summary>
    public void Read(SentenceView view, List<Happening> into)
    {
        var before = into.Count;
        var consumed = new HashSet<int>();
        var arguments = new List<Argument>(16);
        for (var token = 0; token < view.Count; token++)
        {
            arguments.Clear();
            if (view.Tag(token) is Upos.Verb or Upos.Adj && ReadVerb(view, token, arguments, consumed) is { } verbal) into.Add(verbal);
        }
        for (var token = 0; token < view.Count; token++)
        {
            arguments.Clear();
            if (consumed.Contains(token) || view.Sentence[token].IsUnit || view.Tag(token) is not (Upos.Noun or Upos.Propn)) continue;
            if (ReadNoun(view, token, arguments) is { } nominal) into.Add(nominal);
        }
        ContentOfSpeech.Remove(view, into, before);
    }

    private Happening? ReadVerb(SentenceView view, int verb, List<Argument> arguments, HashSet<int> consumed)
    {
        if (!_matcher.IsVerbTrigger(view, verb)) return null;
        VerbArguments.Read(view, verb, arguments);
        if (_matcher.MatchVerb(view, verb, arguments) is not { } frame) return null;
        foreach (var condition in frame.Conditions)
            foreach (var argument in arguments)
                if (!condition.Negated && argument.Slot == condition.Slot && condition.Value is not (null or "party" or "person" or "place"))
                    consumed.Add(argument.Token);
        if (frame.Kind is not { } kind) return null;
        var (status, rule) = _status.Read(view, verb, null);
        return Create(view, verb, verb, frame, kind, isNominal: false, status, rule, arguments);
    }

    private Happening? ReadNoun(SentenceView view, int noun, List<Argument> arguments)
    {
        if (frames.Nouns.Of(view.Lemma(noun)).Length == 0 || IsModifier(view, noun)) return null;
        var carrier = NounArguments.Read(view, frames, noun, arguments);
        if (_matcher.MatchNoun(view, noun, arguments) is not { Kind: { } kind } frame) return null;
        var (status, rule) = _status.Read(view, noun, carrier);
        return Create(view, noun, carrier?.Verb ?? noun, frame, kind, isNominal: true, status, rule, arguments);
    }

    /// <summary>A noun before a noun tells nothing of its own: "attack helicopter", "protest leader".</summary>
    private static bool IsModifier(SentenceView view, int noun) => view.Relation(noun) is Relation.Compound or Relation.NmodDesc or Relation.Flat;

    private Happening Create(
        SentenceView view, int trigger, int anchor, Frame frame, EventKind kind, bool isNominal, EventStatus status, string rule,
        List<Argument> arguments)
    {
        var happening = new Happening
        {
            Sentence = view.Index, Trigger = trigger, Anchor = anchor, Frame = frame, Kind = kind, IsNominal = isNominal,
            Status = status, StatusRule = rule, Span = default,
        };
        var (first, last) = (Math.Min(trigger, anchor), Math.Max(trigger, anchor));
        foreach (var argument in arguments)
        {
            var isActor = frame.Actors.Contains(argument.Slot);
            var isRecipient = frame.Recipients.Contains(argument.Slot) || argument.Slot == Slots.Undergoer;
            if (!isActor && !isRecipient) continue;
            Cast.Read(view, argument.Token, argument.Path + " of " + frame.Trigger, isActor ? happening.Actors : happening.Recipients);
            first = Math.Min(first, argument.Token);
            last = Math.Max(last, argument.Token);
        }
        happening.Span = view.SpanOf(first, last);
        if (!frame.Actors.Contains(Slots.Object)) happening.Actors.RemoveAll(player => player.IsPlace);
        happening.Strength = Strength(view, happening, arguments);
        return happening;
    }

    /// <summary>
    /// How much of a happening the words give: a verb with someone known who acts is surest, a noun alone tells the least.
    /// </summary>
    private double Strength(SentenceView view, Happening happening, List<Argument> arguments)
    {
        var known = happening.Actors.Exists(player => player.Code is not null) || happening.Recipients.Exists(player => player.Code is not null);
        var human = arguments.Exists(argument => argument.Slot is Slots.Subject or Slots.Object && _cast.IsHuman(view, argument.Token));
        var carried = happening.Anchor != happening.Trigger;
        var strength = happening.IsNominal
            ? (carried ? 0.6 : 0.35) + (known ? 0.25 : 0) + (carried && human ? 0.1 : 0)
            : 0.5 + (known ? 0.35 : 0) + (human ? 0.1 : 0);
        return happening.Status == EventStatus.Hypothetical ? strength * 0.6 : strength;
    }
}
